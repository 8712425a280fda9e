import type { UnansweredQuestion } from '@salient/contracts/admin';
import type { ReactNode } from 'react';
import { useFormat, useMessages } from '../../i18n/index.js';
import { AccountLink } from '../../routing/index.js';
import { Badge } from '../../ui/index.js';
import { unansweredMessages } from './messages/index.js';

/** A question, how often and where it was asked in vain, and what was answered instead. */
export function QuestionCard({ question, actions }: { readonly question: UnansweredQuestion; readonly actions: ReactNode }) {
  const t = useMessages(unansweredMessages);
  const format = useFormat();
  return (
    <li className="card stack">
      <div className="row-between">
        <h2>{question.question}</h2>
        <Badge tone={question.turns > 1 ? 'warn' : 'neutral'}>{t.count('asked', question.turns)}</Badge>
      </div>
      <p className="small quiet">
        {t('lastAsked', { time: format.relative(question.last_asked_at), agents: format.list(question.agents) })}
        {question.without_result > 0 && ` · ${t.count('withoutResult', question.without_result)}`}
        {question.resolved_at && ` · ${t('again', { date: format.date(question.resolved_at) })}`}
      </p>
      <details>
        <summary>{t('answers')}</summary>
        <ul className="question-examples">
          {question.examples.map((example) => (
            <li key={example.message_id} className="stack-tight">
              <p className="question-answer">{example.answer || t('noAnswer')}</p>
              <AccountLink path={`conversations/${example.session_id}`} className="small">
                {t('conversationOf', { time: format.dateTime(example.asked_at) })}
              </AccountLink>
            </li>
          ))}
        </ul>
      </details>
      {actions && <div className="row">{actions}</div>}
    </li>
  );
}
