import type { AdminAgentDetail, AgentContent } from '@salient/contracts/admin';
import type { Tagged } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Button, Card, Form, toast, UnsavedNote, type Keep } from '../../ui/index.js';
import { useAgentStep } from './agent-calls.js';
import { AgentFields, AGENT_POINTERS } from './agent-fields.js';
import { agentsMessages } from './messages/index.js';
import { TryPanel } from './try-panel.js';

/** What was changed in the form, and the tag of the state that it was changed in. */
export interface AgentChange {
  readonly etag: string | null;
  readonly fields: Partial<AgentContent>;
}

interface AgentEditorProps {
  readonly tagged: Tagged<AdminAgentDetail>;
  readonly mayWrite: boolean;
  readonly change: AgentChange | null;
  readonly onChange: Keep<AgentChange>;
}

/** The draft's form, and beside it a live chat with the draft as it was saved last. */
export function AgentEditor({ tagged, mayWrite, change, onChange }: AgentEditorProps) {
  const t = useMessages(agentsMessages);
  const account = useAccountSlug();
  const { value: agent, etag } = tagged;
  const content: AgentContent = { ...(agent.draft ?? contentOf(agent)), ...change?.fields };
  const save = useAgentStep(account, { value: agent, etag: change?.etag ?? etag }, (next, step) => {
    // What was written while it was on its way is a change of what is stored now.
    onChange((kept) => (kept && step.kind === 'save' && kept.fields !== step.change ? { ...kept, etag: next.etag } : null));
    toast({ text: t('saved') });
  });
  const set = (fields: Partial<AgentContent>) => onChange({ etag: change?.etag ?? etag, fields: { ...change?.fields, ...fields } });
  return (
    <div className="agents-editor">
      <Card>
        <Form onSubmit={() => change && save.mutate({ kind: 'save', change: change.fields })} problem={save.error} fields={AGENT_POINTERS}>
          <fieldset className="group stack" disabled={!mayWrite}>
            <AgentFields content={content} onChange={set} />
          </fieldset>
          {mayWrite && (
            <div className="agents-save row">
              <Button type="submit" variant="primary" disabled={!change} busy={save.isPending}>
                {t('saveDraft')}
              </Button>
              {change && <UnsavedNote onDrop={() => onChange(null)} />}
            </div>
          )}
        </Form>
      </Card>
      {mayWrite && (
        <TryPanel agent={agent} revision={etag} isSaved={!change} greeting={content.greeting} suggestions={content.suggestions} />
      )}
    </div>
  );
}

/** The versioned part of an agent. */
function contentOf(agent: AdminAgentDetail): AgentContent {
  const {
    id: _id,
    slug: _slug,
    status: _status,
    version: _version,
    has_draft: _hasDraft,
    created_at: _createdAt,
    updated_at: _updatedAt,
    draft: _draft,
    ...content
  } = agent;
  return content;
}
