import { useState } from 'react';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug, useGoTo, slugOf } from '../../routing/index.js';
import { Button, Dialog, DialogFooter, Form, TextArea, TextField, uiMessages } from '../../ui/index.js';
import { useCreateAgent } from './agent-calls.js';
import { agentsMessages } from './messages/index.js';

/** Begins an agent as a draft: nobody meets it before it is published. */
export function CreateAgentDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(agentsMessages);
  const ui = useMessages(uiMessages);
  const account = useAccountSlug();
  const goTo = useGoTo();
  const [name, setName] = useState('');
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [prompt, setPrompt] = useState('');
  const create = useCreateAgent(account);
  const slug = ownSlug ?? slugOf(name);
  const submit = () =>
    create.mutate(
      { slug, name: name.trim(), system_prompt: prompt, draft: true },
      { onSuccess: ({ value }) => goTo(`agents/${value.id}`) },
    );
  return (
    <Dialog open onClose={onClose} title={t('create')} description={t('createText')}>
      <Form onSubmit={submit} problem={create.error} fields={['/name', '/slug', '/system_prompt']}>
        <TextField label={t('name')} pointer="/name" value={name} onChange={setName} />
        <TextField label={t('slug')} hint={t('slugHint')} pointer="/slug" value={slug} onChange={setOwnSlug} />
        <TextArea label={t('prompt')} hint={t('promptHint')} pointer="/system_prompt" rows={5} value={prompt} onChange={setPrompt} />
        <DialogFooter>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" variant="primary" busy={create.isPending}>
            {t('createDraft')}
          </Button>
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
