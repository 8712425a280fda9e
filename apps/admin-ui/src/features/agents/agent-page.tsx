import type { AdminAgentDetail } from '@salient/contracts/admin';
import { useQuery } from '@tanstack/react-query';
import { EllipsisVertical, EyeOff, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useMay, type Tagged } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { accountPath, navigationMessages, useAccountSlug, useGoTo, useParameter, useSearchValues } from '../../routing/index.js';
import {
  Badge,
  Button,
  FormDialog,
  IconButton,
  Menu,
  MenuItem,
  Page,
  ProblemAlert,
  QueryView,
  Tabs,
  toast,
  useUnsaved,
} from '../../ui/index.js';
import { AgentBadges } from './agent-badges.js';
import { agentQuery, useAgentStep } from './agent-calls.js';
import { AgentEditor, type AgentChange } from './agent-editor.js';
import { AgentVersions } from './agent-versions.js';
import './agents.css';
import { DraftChanges } from './draft-changes.js';
import { agentsMessages } from './messages/index.js';

export default function AgentPage() {
  const agent = useQuery(agentQuery(useAccountSlug(), useParameter('agent')));
  return <QueryView query={agent}>{(tagged) => <OneAgent key={tagged.value.id} tagged={tagged} />}</QueryView>;
}

function OneAgent({ tagged }: { readonly tagged: Tagged<AdminAgentDetail> }) {
  const t = useMessages(agentsMessages);
  const name = useMessages(navigationMessages);
  const account = useAccountSlug();
  const mayWrite = useMay(account, 'editor');
  const step = useAgentStep(account, tagged);
  const [{ tab }, setSearch] = useSearchValues();
  const [isDeleting, setDeleting] = useState(false);
  const agent = tagged.value;
  // Here, not in the editor: another tab of this page does not lose it.
  const [change, setChange] = useUnsaved<AgentChange>(`agent:${account}:${agent.id}`);
  const waits = agent.has_draft || agent.status === 'draft';
  const publish = () => step.mutate({ kind: 'publish' }, { onSuccess: () => toast({ text: t('isPublished') }) });
  const actions = mayWrite && (
    <>
      <Button
        variant="primary"
        disabled={!waits || change !== null}
        title={change ? t('saveFirst') : undefined}
        busy={step.isPending}
        onClick={publish}
      >
        {t('publish')}
      </Button>
      <Menu trigger={<IconButton icon={EllipsisVertical} label={t('more')} />}>
        <MenuItem icon={Undo2} disabled={!agent.draft || change !== null} onSelect={() => step.mutate({ kind: 'discard' })}>
          {t('discard')}
        </MenuItem>
        <MenuItem icon={EyeOff} disabled={agent.status === 'draft' || change !== null} onSelect={() => step.mutate({ kind: 'unpublish' })}>
          {t('unpublish')}
        </MenuItem>
        <MenuItem icon={Trash2} danger onSelect={() => setDeleting(true)}>
          {t('delete')}
        </MenuItem>
      </Menu>
    </>
  );
  return (
    <Page
      title={agent.name}
      back={{ to: accountPath(account, 'agents'), label: name('agents') }}
      status={<AgentBadges agent={agent} />}
      actions={actions}
    >
      {step.error && <ProblemAlert problem={step.error} />}
      <Tabs
        label={agent.name}
        value={tab === 'changes' || tab === 'versions' ? tab : 'edit'}
        onChange={(next) => setSearch({ tab: next === 'edit' ? undefined : next })}
        tabs={[
          { value: 'edit', label: t('edit'), content: <AgentEditor {...{ tagged, mayWrite, change }} onChange={setChange} /> },
          {
            value: 'changes',
            label: (
              <>
                {t('changes')} {waits && <Badge tone="accent">●</Badge>}
              </>
            ),
            content: <DraftChanges tagged={tagged} />,
          },
          {
            value: 'versions',
            label: t('versions'),
            content: <AgentVersions tagged={tagged} mayWrite={mayWrite} isSaved={change === null} />,
          },
        ]}
      />
      {isDeleting && <DeleteDialog tagged={tagged} onClose={() => setDeleting(false)} />}
    </Page>
  );
}

function DeleteDialog({ tagged, onClose }: { readonly tagged: Tagged<AdminAgentDetail>; readonly onClose: () => void }) {
  const t = useMessages(agentsMessages);
  const account = useAccountSlug();
  const goTo = useGoTo();
  const step = useAgentStep(account, tagged);
  return (
    <FormDialog
      onClose={onClose}
      title={t('deleteTitle', { name: tagged.value.name })}
      description={t('deleteText')}
      onSubmit={() => step.mutate({ kind: 'delete' }, { onSuccess: () => goTo('agents') })}
      problem={step.error}
      submit={t('delete')}
      busy={step.isPending}
      danger
    />
  );
}
