import type { UnansweredQuestion } from '@salient/contracts/admin';
import { useState } from 'react';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { FormDialog, LinesField, SelectField } from '../../ui/index.js';
import { unansweredMessages } from './messages/index.js';
import { useListChoices } from './use-lists.js';
import { useResolution } from './use-resolution.js';

interface SynonymDialogProps {
  readonly question: UnansweredQuestion;
  readonly onClose: () => void;
}

/** Teaches a list that words mean the same: what visitors say, and what the entries say. */
export function SynonymDialog({ question, onClose }: SynonymDialogProps) {
  const t = useMessages(unansweredMessages);
  const account = useAccountSlug();
  const lists = useListChoices(account);
  const [chosen, setList] = useState<string | null>(null);
  const [words, setWords] = useState<string[]>([]);
  const resolution = useResolution(account, question, onClose);
  const list = chosen ?? lists[0]?.value ?? '';
  return (
    <FormDialog
      onClose={onClose}
      title={t('addSynonym')}
      description={t('addSynonymText', { question: question.question })}
      onSubmit={() => resolution.mutate({ synonym: { list, words } })}
      problem={resolution.error}
      fields={['/synonym/list', '/synonym/words']}
      submit={t('saveSynonym')}
      busy={resolution.isPending}
    >
      <SelectField label={t('list')} pointer="/synonym/list" value={list} options={lists} onChange={setList} />
      <LinesField label={t('words')} hint={t('wordsHint')} pointer="/synonym/words" rows={4} values={words} onChange={setWords} />
    </FormDialog>
  );
}
