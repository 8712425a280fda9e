import type { UnansweredQuestion } from '@salient/contracts/admin';
import type { DirectoryEntryView } from '@salient/contracts/directory';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { AccountLink, useAccountSlug } from '../../routing/index.js';
import { buttonClass, FormDialog, Notice, SelectField, TextArea, TextField } from '../../ui/index.js';
import { unansweredMessages } from './messages/index.js';
import { useListChoices } from './use-lists.js';
import { useResolution } from './use-resolution.js';

interface AnswerDialogProps {
  readonly question: UnansweredQuestion;
  readonly onClose: () => void;
}

/**
 * Writes the entry that answers the question from now on: into a list of questions and answers right here, into any other list
 * with that list's own form.
 */
export function AnswerDialog({ question, onClose }: AnswerDialogProps) {
  const t = useMessages(unansweredMessages);
  const account = useAccountSlug();
  const lists = useListChoices(account);
  const [chosen, setList] = useState<string | null>(null);
  const [words, setWords] = useState(question.question);
  const [answer, setAnswer] = useState('');
  const list = lists.find(({ value }) => value === chosen) ?? lists.find(({ entryType }) => entryType === 'faq') ?? lists[0];
  const resolution = useResolution(account, question, onClose);
  const create = useMutation({
    mutationFn: () =>
      api.send<DirectoryEntryView>('POST', `/accounts/${account}/directory-lists/${list!.value}/entries`, {
        body: { name: words, data: { question: words, answer } },
      }),
    onSuccess: ({ value }) => resolution.mutate({ entry_id: value.id }),
  });
  const isQuestions = list?.entryType === 'faq';
  return (
    <FormDialog
      onClose={onClose}
      title={t('addEntry')}
      description={t('addEntryText')}
      onSubmit={() => create.mutate()}
      problem={create.error ?? resolution.error}
      fields={['/name', '/data/question', '/data/answer']}
      submit={isQuestions ? t('saveAnswer') : null}
      busy={create.isPending || resolution.isPending}
      more={
        list &&
        !isQuestions && (
          <AccountLink path={`directories/${list.value}/entries/new`} className={buttonClass({ variant: 'primary' })}>
            {t('openForm')}
          </AccountLink>
        )
      }
    >
      <SelectField label={t('list')} value={list?.value ?? ''} options={lists} onChange={setList} />
      {isQuestions && (
        <>
          <TextField label={t('question')} pointer="/data/question" value={words} onChange={setWords} />
          <TextArea label={t('answer')} pointer="/data/answer" rows={5} value={answer} onChange={setAnswer} />
        </>
      )}
      {list && !isQuestions && <Notice>{t('otherForm', { list: list.label })}</Notice>}
    </FormDialog>
  );
}
