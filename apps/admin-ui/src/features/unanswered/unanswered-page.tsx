import type { UnansweredQuestion } from '@salient/contracts/admin';
import { CircleCheckBig } from 'lucide-react';
import { useState } from 'react';
import { useMay, usePages } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Button, EmptyState, Page, QueryView } from '../../ui/index.js';
import { AnswerDialog } from './answer-dialog.js';
import { unansweredMessages } from './messages/index.js';
import { QuestionCard } from './question-card.js';
import { SynonymDialog } from './synonym-dialog.js';
import { useDismissal } from './use-resolution.js';
import './unanswered.css';

type Open = { readonly dialog: 'answer' | 'synonym'; readonly question: UnansweredQuestion } | null;

/** Questions that found no answer, and one step to a better one: an entry, a synonym, or the word that none is needed. */
export default function UnansweredPage() {
  const t = useMessages(unansweredMessages);
  const account = useAccountSlug();
  const mayResolve = useMay(account, 'editor');
  const questions = usePages<UnansweredQuestion>(['unanswered', account], `/accounts/${account}/unanswered`);
  const [open, setOpen] = useState<Open>(null);
  const dismiss = useDismissal(account);
  const close = () => setOpen(null);
  return (
    <Page title={t('title')} description={t('description')}>
      <QueryView query={questions}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={CircleCheckBig} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            <ul className="questions">
              {rows.map((question) => (
                <QuestionCard
                  key={question.key}
                  question={question}
                  actions={
                    mayResolve && (
                      <>
                        <Button variant="primary" size="small" onClick={() => setOpen({ dialog: 'answer', question })}>
                          {t('addEntry')}
                        </Button>
                        <Button size="small" onClick={() => setOpen({ dialog: 'synonym', question })}>
                          {t('addSynonym')}
                        </Button>
                        <Button size="small" onClick={() => dismiss(question)}>
                          {t('dismiss')}
                        </Button>
                      </>
                    )
                  }
                />
              ))}
            </ul>
          )
        }
      </QueryView>
      {questions.more && <Button onClick={questions.more}>{t('more')}</Button>}
      {open?.dialog === 'answer' && <AnswerDialog question={open.question} onClose={close} />}
      {open?.dialog === 'synonym' && <SynonymDialog question={open.question} onClose={close} />}
    </Page>
  );
}
