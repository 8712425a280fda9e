import { useState } from 'react';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug, useGoTo } from '../../routing/index.js';
import { FormDialog, NameAndSlugFields, TextArea, useNameAndSlug } from '../../ui/index.js';
import { useCreateAgent } from './agent-calls.js';
import { agentsMessages } from './messages/index.js';

/** Begins an agent as a draft: nobody meets it before it is published. */
export function CreateAgentDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(agentsMessages);
  const account = useAccountSlug();
  const goTo = useGoTo();
  const called = useNameAndSlug();
  const [prompt, setPrompt] = useState('');
  const create = useCreateAgent(account);
  const submit = () =>
    create.mutate(
      { slug: called.slug, name: called.name.trim(), system_prompt: prompt, draft: true },
      { onSuccess: ({ value }) => goTo(`agents/${value.id}`) },
    );
  return (
    <FormDialog
      onClose={onClose}
      title={t('create')}
      description={t('createText')}
      onSubmit={submit}
      problem={create.error}
      fields={['/name', '/slug', '/system_prompt']}
      submit={t('createDraft')}
      busy={create.isPending}
    >
      <NameAndSlugFields value={called} hint={t('slugHint')} />
      <TextArea label={t('prompt')} hint={t('promptHint')} pointer="/system_prompt" rows={5} value={prompt} onChange={setPrompt} />
    </FormDialog>
  );
}
