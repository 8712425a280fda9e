import type { ConversationMessage } from '@salient/contracts/admin';
import { ThumbsDown, ThumbsUp, Wrench } from 'lucide-react';
import { useFormat, useMessages } from '../../i18n/index.js';
import { AccountLink } from '../../routing/index.js';
import { Badge } from '../../ui/index.js';
import { conversationsMessages } from './messages/index.js';
import { TurnStatusBadge } from './turn-status.js';

/** One message as plain text: nothing that a visitor or a model wrote becomes anything else. */
export function Message({ message }: { readonly message: ConversationMessage }) {
  const t = useMessages(conversationsMessages);
  const format = useFormat();
  const isAnswer = message.role === 'assistant';
  return (
    <li className={`message message-${message.role}`}>
      <div className="row small quiet">
        <strong>{t(message.role)}</strong>
        <time dateTime={message.created_at}>{format.dateTime(message.created_at)}</time>
        {isAnswer && message.status !== 'completed' && <TurnStatusBadge status={message.status} />}
        {message.superseded && <Badge>{t('superseded')}</Badge>}
      </div>
      {message.tools.length > 0 && <Tools message={message} />}
      <p className="message-text">{message.content || t('noWords')}</p>
      {message.failure_code && <p className="small">{t('failedWith', { code: message.failure_code })}</p>}
      {message.citations.length > 0 && <Citations message={message} />}
      {message.feedback && <MessageFeedback feedback={message.feedback} />}
      {isAnswer && <Numbers message={message} />}
    </li>
  );
}

function Tools({ message: { tools } }: { readonly message: ConversationMessage }) {
  const t = useMessages(conversationsMessages);
  const format = useFormat();
  return (
    <ul className="message-tools small quiet">
      {tools.map(({ tool_call_id: id, label, state, result_count: count, duration_ms: ms }) => (
        <li key={id}>
          <Wrench size={13} aria-hidden="true" /> {label}
          {state === 'failed' && ` · ${t('failed')}`}
          {count !== null && ` · ${t.count('results', count)}`}
          {ms !== null && ` · ${format.duration(ms)}`}
        </li>
      ))}
    </ul>
  );
}

function Citations({ message: { citations } }: { readonly message: ConversationMessage }) {
  const t = useMessages(conversationsMessages);
  return (
    <ul className="message-citations small" aria-label={t('citations')}>
      {citations.map(({ index, list, entry_id: entry, entry_version: version, title }) => (
        <li key={`${index} ${entry}`}>
          [{index}] <AccountLink path={`directories/${list}/entries/${entry}`}>{title}</AccountLink>{' '}
          <span className="quiet">{t('citedVersion', { list, version })}</span>
        </li>
      ))}
    </ul>
  );
}

function MessageFeedback({ feedback: { rating, comment } }: { readonly feedback: NonNullable<ConversationMessage['feedback']> }) {
  const t = useMessages(conversationsMessages);
  const Icon = rating === 'up' ? ThumbsUp : ThumbsDown;
  return (
    <p className="small">
      <Icon size={14} role="img" aria-label={t(`feedback_${rating}`)} /> {comment}
    </p>
  );
}

function Numbers({ message: { model, usage, cost, timings_ms: timings } }: { readonly message: ConversationMessage }) {
  const t = useMessages(conversationsMessages);
  const format = useFormat();
  const parts = [
    model,
    usage && t('tokens', { input: format.number(usage.input_tokens), output: format.number(usage.output_tokens) }),
    cost && (cost.amount === null ? t('costUnknown') : cost.source === 'none' ? t('costNone') : format.money(cost.amount, cost.currency)),
    cost?.source === 'estimated' && t('estimated'),
    timings && t('took', { total: format.duration(timings.total) }),
    timings?.first_token != null && t('firstToken', { time: format.duration(timings.first_token) }),
  ].filter(Boolean);
  return <p className="small quiet">{parts.join(' · ')}</p>;
}
