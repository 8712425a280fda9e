import type { UsageReport } from '@salient/contracts/admin';
import { ChartColumn } from 'lucide-react';
import { useMemo } from 'react';
import { useFormat, useMessages } from '../../i18n/index.js';
import { useAccountSlug, useSearchValues } from '../../routing/index.js';
import { Card, DataTable, DownloadButton, EmptyState, Page, QueryView, SelectField, Stat, TimeChart, type Column } from '../../ui/index.js';
import { usageMessages } from './messages/index.js';
import { chartOf, groupings, groupTotals, usageFilter, useUsageReport, type Grouping } from './usage-report.js';

const periods = [1, 7, 30, 90] as const;
const DEFAULT_DAYS = 30;

/** What the account's turns used and cost. */
export default function UsagePage() {
  const t = useMessages(usageMessages);
  const account = useAccountSlug();
  const [search, setSearch] = useSearchValues();
  const days = periods.find((period) => `${period}d` === search['period']) ?? DEFAULT_DAYS;
  const grouping = groupings.find((each) => each === search['by']) ?? 'none';
  const filter = useMemo(() => usageFilter(days, grouping), [days, grouping]);
  const report = useUsageReport(account, filter);
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <DownloadButton path={`/accounts/${account}/usage/export`} fileName={`${account}-usage.csv`} query={{ ...filter }}>
          {t('export')}
        </DownloadButton>
      }
    >
      <div className="row">
        <SelectField
          label={t('period')}
          value={`${days}d`}
          options={periods.map((period) => ({ value: `${period}d`, label: t.count('days', period) }))}
          onChange={(period) => setSearch({ period })}
        />
        <SelectField
          label={t('groupBy')}
          value={grouping}
          options={groupings.map((each) => ({ value: each, label: t(each) }))}
          onChange={(by) => setSearch({ by: by === 'none' ? undefined : by })}
        />
      </div>
      <QueryView query={report}>{(data) => <Report report={data} grouping={grouping} />}</QueryView>
    </Page>
  );
}

function Report({ report, grouping }: { readonly report: UsageReport; readonly grouping: Grouping }) {
  const t = useMessages(usageMessages);
  const format = useFormat();
  const { total } = report;
  if (total.turns === 0)
    return (
      <EmptyState icon={ChartColumn} title={t('emptyTitle')}>
        {t('emptyText')}
      </EmptyState>
    );
  const formatTime = report.bucket === 'hour' ? format.dateTime : format.day;
  const words = { all: t('turns'), rest: t('rest'), none: t('noGroup') };
  const turns = chartOf(report, (numbers) => numbers.turns, words);
  const cost = chartOf(report, (numbers) => Number(numbers.cost.amount), { ...words, all: t('cost') });
  const latency = total.latency_ms;
  return (
    <>
      <div className="grid-stats">
        <Stat label={t('turns')} value={format.number(total.turns)} note={t.count('failed', total.failed)} />
        <Stat label={t('cost')} value={format.money(total.cost.amount, total.cost.currency)} note={<CostNote report={report} />} />
        <Stat
          label={t('tokens')}
          value={format.compact(total.total_tokens)}
          note={t('tokensNote', { input: format.compact(total.input_tokens), output: format.compact(total.output_tokens) })}
        />
        <Stat
          label={t('latency')}
          value={latency ? format.duration(latency.p50) : '–'}
          note={latency && t('latencyNote', { p95: format.duration(latency.p95) })}
        />
      </div>
      <Card title={t('turnsOverTime')}>
        <TimeChart label={t('turnsOverTime')} {...turns} formatTime={formatTime} formatValue={format.number} />
      </Card>
      <Card title={t('costOverTime')}>
        <TimeChart
          label={t('costOverTime')}
          {...cost}
          formatTime={formatTime}
          formatValue={(amount) => format.money(amount, total.cost.currency)}
        />
      </Card>
      {grouping !== 'none' && <Groups report={report} title={t(grouping)} />}
    </>
  );
}

/** A sum that lacks something, or rests on estimates, says so. */
function CostNote({ report: { total } }: { readonly report: UsageReport }) {
  const t = useMessages(usageMessages);
  const format = useFormat();
  const { estimated, unknown_turns: unknown, currency } = total.cost;
  const parts = [
    Number(estimated) > 0 ? t('estimated', { amount: format.money(estimated, currency) }) : null,
    unknown > 0 ? t.count('unknown', unknown) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? format.list(parts) : t('costKnown');
}

type Group = ReturnType<typeof groupTotals>[number];

function Groups({ report, title }: { readonly report: UsageReport; readonly title: string }) {
  const t = useMessages(usageMessages);
  const format = useFormat();
  const { currency } = report.total.cost;
  const columns: Column<Group>[] = [
    {
      id: 'group',
      header: title,
      primary: true,
      width: '2fr',
      cell: ({ label }) => label ?? t('noGroup'),
      sortValue: ({ label }) => label ?? '',
    },
    { id: 'turns', header: t('turns'), align: 'end', cell: ({ turns }) => format.number(turns), sortValue: ({ turns }) => turns },
    {
      id: 'failed',
      header: t('failedTurns'),
      align: 'end',
      cell: ({ failed }) => format.number(failed),
      sortValue: ({ failed }) => failed,
    },
    { id: 'tokens', header: t('tokens'), align: 'end', cell: ({ tokens }) => format.compact(tokens), sortValue: ({ tokens }) => tokens },
    { id: 'cost', header: t('cost'), align: 'end', cell: ({ cost }) => format.money(cost, currency), sortValue: ({ cost }) => cost },
  ];
  return <DataTable label={title} columns={columns} rows={groupTotals(report)} keyOf={({ id }) => id} />;
}
