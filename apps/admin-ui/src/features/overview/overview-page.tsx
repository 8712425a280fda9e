import type { Page as ApiPage } from '@salient/contracts';
import type { UnansweredQuestion, UsageReport } from '@salient/contracts/admin';
import { useQuery } from '@tanstack/react-query';
import { MessageCircleQuestion, MessagesSquare } from 'lucide-react';
import { api, useAccount } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Badge, Card, EmptyState, Page, QueryView, Skeleton, Stat, TimeChart } from '../../ui/index.js';
import { overviewMessages } from './messages/index.js';
import './overview.css';
import { dailyPoints } from './usage-points.js';

const REFRESH_MS = 60_000;

/** How the account's agents are doing: the last thirty days at a glance. */
export default function OverviewPage() {
  const t = useMessages(overviewMessages);
  const slug = useAccountSlug();
  const account = useAccount(slug);
  const usage = useQuery({
    queryKey: ['usage', slug, 'overview'],
    queryFn: ({ signal }) => api.get<UsageReport>(`/accounts/${slug}/usage`, { bucket: 'day' }, signal),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Page
      title={account?.name ?? slug}
      description={t('lastDays')}
      status={account && account.status !== 'active' ? <Badge tone="warn">{t(`status_${account.status}`)}</Badge> : undefined}
    >
      <QueryView query={usage} skeleton={<Loading />}>
        {(report) => <Report report={report} />}
      </QueryView>
      <Unanswered slug={slug} />
    </Page>
  );
}

function Loading() {
  return (
    <div className="grid-cards">
      {Array.from({ length: 4 }, (_, index) => (
        <Skeleton key={index} height={112} />
      ))}
    </div>
  );
}

function Report({ report }: { readonly report: UsageReport }) {
  const t = useMessages(overviewMessages);
  const format = useFormat();
  const { total } = report;
  if (total.turns === 0)
    return (
      <EmptyState icon={MessagesSquare} title={t('noTurns')}>
        {t('noTurnsText')}
      </EmptyState>
    );
  const points = dailyPoints(report);
  const count = (value: number) => format.compact(value);
  const duration = (value: number) => format.duration(value);
  return (
    <>
      <div className="grid-stats">
        <Stat label={t('turns')} value={format.number(total.turns)} note={t.count('failed', total.failed)} />
        <Stat
          label={t('cost')}
          value={format.money(total.cost.amount, total.cost.currency)}
          note={total.cost.unknown_turns > 0 ? t.count('unknownCost', total.cost.unknown_turns) : t('costKnown')}
        />
        <Stat
          label={t('latency')}
          value={total.latency_ms ? format.duration(total.latency_ms.p50) : '–'}
          note={total.latency_ms ? t('slowest', { value: format.duration(total.latency_ms.p95) }) : undefined}
        />
        <Stat
          label={t('tokens')}
          value={format.compact(total.total_tokens)}
          note={t('inputOutput', { input: count(total.input_tokens), output: count(total.output_tokens) })}
        />
      </div>
      <Card title={t('turnsByDay')}>
        <TimeChart
          label={t('turnsByDay')}
          points={points}
          series={[
            { id: 'turns', label: t('answered'), stacked: true },
            { id: 'failed', label: t('failedSeries'), colour: 2, stacked: true },
          ]}
          formatTime={format.day}
          formatValue={count}
        />
      </Card>
      <div className="grid-cards overview-charts">
        <Card title={t('costByDay')}>
          <TimeChart
            label={t('costByDay')}
            kind="area"
            points={points}
            series={[{ id: 'cost', label: t('cost'), colour: 1 }]}
            formatTime={format.day}
            formatValue={(value) => format.money(value, total.cost.currency)}
          />
        </Card>
        <Card title={t('latencyByDay')}>
          <TimeChart
            label={t('latencyByDay')}
            kind="lines"
            points={points}
            series={[
              { id: 'p50', label: t('half') },
              { id: 'p95', label: t('nearlyAll'), colour: 3 },
            ]}
            formatTime={format.day}
            formatValue={duration}
          />
        </Card>
      </div>
    </>
  );
}

function Unanswered({ slug }: { readonly slug: string }) {
  const t = useMessages(overviewMessages);
  const format = useFormat();
  const unanswered = useQuery({
    queryKey: ['unanswered', slug, 'overview'],
    queryFn: ({ signal }) => api.get<ApiPage<UnansweredQuestion>>(`/accounts/${slug}/unanswered`, { limit: 5 }, signal),
    refetchInterval: REFRESH_MS,
  });
  return (
    <Card title={t('unanswered')}>
      <QueryView query={unanswered} skeleton={<Skeleton height={80} />}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="quiet row">
              <MessageCircleQuestion size={18} aria-hidden="true" /> {t('nothingUnanswered')}
            </p>
          ) : (
            <ul className="overview-questions">
              {data.map((question) => (
                <li key={question.key} className="row-between">
                  <span className="overview-question">{question.question}</span>
                  <span className="quiet small">
                    {t.count('asked', question.turns)} · {format.relative(question.last_asked_at)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  );
}
