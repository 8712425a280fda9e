import type { Conversation } from '@salient/contracts/admin';
import { MessagesSquare } from 'lucide-react';
import { usePages, type Paging } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { AccountLink, useAccountSlug, useSearchValues } from '../../routing/index.js';
import { Badge, DataTable, DownloadButton, EmptyState, Page, QueryView, type Column } from '../../ui/index.js';
import { ConversationFilter, conversationQuery } from './conversation-filter.js';
import { Feedback } from './feedback.js';
import { conversationsMessages } from './messages/index.js';
import { TurnStatusBadge } from './turn-status.js';

/** What visitors and agents have said: the newest conversations first, by filters that the address holds. */
export default function ConversationsPage() {
  const t = useMessages(conversationsMessages);
  const account = useAccountSlug();
  const [search, setSearch] = useSearchValues();
  const query = conversationQuery(search);
  const conversations = usePages<Conversation>(['conversations', account], `/accounts/${account}/sessions`, query);
  const isFiltered = Object.values(query).some(Boolean);
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <DownloadButton path={`/accounts/${account}/sessions/export`} fileName={`${account}-conversations.jsonl`} query={query}>
          {t('export')}
        </DownloadButton>
      }
    >
      <ConversationFilter values={search} onChange={setSearch} />
      <QueryView query={conversations}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={MessagesSquare} title={isFiltered ? t('noneFoundTitle') : t('emptyTitle')}>
              {isFiltered ? t('noneFoundText') : t('emptyText')}
            </EmptyState>
          ) : (
            <ConversationTable rows={rows} paging={conversations} />
          )
        }
      </QueryView>
    </Page>
  );
}

function ConversationTable({ rows, paging }: { readonly rows: readonly Conversation[]; readonly paging: Paging }) {
  const t = useMessages(conversationsMessages);
  const format = useFormat();
  const columns: Column<Conversation>[] = [
    {
      id: 'opening',
      header: t('opening'),
      primary: true,
      width: '3fr',
      cell: ({ id, opening, preview }) => (
        <>
          <AccountLink path={`conversations/${id}`} className="row-link two-lines">
            {opening || t('noWords')}
          </AccountLink>{' '}
          {preview && <Badge>{t('preview')}</Badge>}
        </>
      ),
    },
    { id: 'agent', header: t('agent'), width: '1.6fr', cell: ({ agent }) => agent.name },
    { id: 'turns', header: t('turns'), width: '60px', align: 'end', cell: ({ turns }) => format.number(turns) },
    { id: 'status', header: t('status'), width: '100px', cell: ({ status }) => status && <TurnStatusBadge status={status} /> },
    { id: 'feedback', header: t('feedback'), width: '90px', cell: ({ feedback }) => <Feedback {...feedback} /> },
    { id: 'cost', header: t('cost'), width: '90px', align: 'end', cell: ({ cost }) => <CostOf cost={cost} /> },
    {
      id: 'when',
      header: t('lastActive'),
      width: '120px',
      align: 'end',
      cell: ({ last_active_at: at }) => <time dateTime={at}>{format.relative(at)}</time>,
    },
  ];
  return <DataTable label={t('title')} columns={columns} rows={rows} keyOf={({ id }) => id} linked paging={paging} />;
}

function CostOf({ cost: { amount, currency, unknown_turns: unknown } }: { readonly cost: Conversation['cost'] }) {
  const t = useMessages(conversationsMessages);
  const format = useFormat();
  if (amount === null) return t('costUnknown');
  return `${unknown > 0 ? '≥ ' : ''}${format.money(amount, currency)}`;
}
