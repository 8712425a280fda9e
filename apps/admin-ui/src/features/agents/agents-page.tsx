import type { AdminAgent } from '@salient/contracts/admin';
import { useQuery } from '@tanstack/react-query';
import { Bot, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { AccountLink, navigationMessages, useAccountSlug } from '../../routing/index.js';
import { Button, DataTable, EmptyState, Page, QueryView, type Column } from '../../ui/index.js';
import { AgentBadges } from './agent-badges.js';
import { agentsQuery } from './agent-calls.js';
import { CreateAgentDialog } from './create-agent-dialog.js';
import { agentsMessages } from './messages/index.js';

export default function AgentsPage() {
  const t = useMessages(agentsMessages);
  const name = useMessages(navigationMessages);
  const account = useAccountSlug();
  const agents = useQuery(agentsQuery(account));
  const mayWrite = useMay(account, 'editor');
  const [isCreating, setCreating] = useState(false);
  const create = mayWrite && (
    <Button variant="primary" icon={Plus} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  return (
    <Page title={name('agents')} description={t('description')} actions={create}>
      <QueryView query={agents}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={Bot} title={t('none')} action={create}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <AgentTable agents={rows} />
          )
        }
      </QueryView>
      {isCreating && <CreateAgentDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}

function AgentTable({ agents }: { readonly agents: readonly AdminAgent[] }) {
  const t = useMessages(agentsMessages);
  const name = useMessages(navigationMessages);
  const format = useFormat();
  const columns: Column<AdminAgent>[] = [
    {
      id: 'name',
      header: t('name'),
      width: '2fr',
      primary: true,
      sortValue: (agent) => agent.name,
      cell: (agent) => (
        <AccountLink path={`agents/${agent.id}`} className="row-link">
          {agent.name}
        </AccountLink>
      ),
    },
    { id: 'slug', header: t('slug'), sortValue: (agent) => agent.slug, cell: (agent) => <code>{agent.slug}</code> },
    { id: 'model', header: t('model'), width: '1.4fr', cell: (agent) => agent.model ?? t('defaultModel') },
    { id: 'version', header: t('version'), width: '90px', align: 'end', cell: (agent) => (agent.version === 0 ? '–' : agent.version) },
    { id: 'changed', header: t('changed'), sortValue: (agent) => agent.updated_at, cell: (agent) => format.relative(agent.updated_at) },
    { id: 'state', header: t('state'), width: '1.2fr', cell: (agent) => <AgentBadges agent={agent} /> },
  ];
  return <DataTable label={name('agents')} columns={columns} rows={agents} keyOf={({ id }) => id} linked />;
}
