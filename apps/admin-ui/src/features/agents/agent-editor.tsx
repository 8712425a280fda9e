import type { AdminAgentDetail, AgentContent } from '@salient/contracts/admin';
import { useState } from 'react';
import type { Tagged } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Button, Card, Form, toast } from '../../ui/index.js';
import { useAgentStep } from './agent-calls.js';
import { AgentFields, AGENT_POINTERS } from './agent-fields.js';
import { agentsMessages } from './messages/index.js';
import { TryPanel } from './try-panel.js';

interface AgentEditorProps {
  readonly tagged: Tagged<AdminAgentDetail>;
  readonly mayWrite: boolean;
}

/** The draft's form, and beside it a live chat with the draft as it was saved last. */
export function AgentEditor({ tagged, mayWrite }: AgentEditorProps) {
  const t = useMessages(agentsMessages);
  const account = useAccountSlug();
  const { value: agent } = tagged;
  const [content, setContent] = useState<AgentContent>(() => agent.draft ?? contentOf(agent));
  const [change, setChange] = useState<Partial<AgentContent>>({});
  const save = useAgentStep(account, tagged);
  const isChanged = Object.keys(change).length > 0;
  const set = (fields: Partial<AgentContent>) => {
    setContent({ ...content, ...fields });
    setChange({ ...change, ...fields });
  };
  const submit = () => save.mutate({ kind: 'save', change }, { onSuccess: () => toast({ text: t('saved') }) });
  return (
    <div className="agents-editor">
      <Card>
        <Form onSubmit={submit} problem={save.error} fields={AGENT_POINTERS}>
          <fieldset className="group stack" disabled={!mayWrite}>
            <AgentFields content={content} onChange={set} />
          </fieldset>
          {mayWrite && (
            <div className="agents-save row">
              <Button type="submit" variant="primary" disabled={!isChanged} busy={save.isPending}>
                {t('saveDraft')}
              </Button>
              {isChanged && <span className="quiet small">{t('unsaved')}</span>}
            </div>
          )}
        </Form>
      </Card>
      {mayWrite && (
        <TryPanel agent={agent} revision={tagged.etag} isSaved={!isChanged} greeting={content.greeting} suggestions={content.suggestions} />
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
