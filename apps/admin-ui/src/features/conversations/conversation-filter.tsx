import { useQuery } from '@tanstack/react-query';
import type { AdminAgent } from '@salient/contracts/admin';
import { api, type Query } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug, type SearchValues } from '../../routing/index.js';
import { SearchField, SelectField, TextField } from '../../ui/index.js';
import { conversationsMessages } from './messages/index.js';
import { turnStatuses } from './turn-status.js';

const feedbacks = ['up', 'down', 'any', 'none'] as const;

/** The query of the API that the address's values stand for; days are the reader's own. */
export function conversationQuery({ q, agent, status, feedback, from, to }: SearchValues): Query {
  return { q, agent, status, feedback, start: startOfDay(from, 0), end: startOfDay(to, 1) };
}

function startOfDay(day: string | undefined, later: number): string | undefined {
  const [year, month, date] = (day ?? '').split('-').map(Number);
  if (!year || !month || !date) return undefined;
  return new Date(year, month - 1, date + later).toISOString();
}

interface FilterProps {
  readonly values: SearchValues;
  readonly onChange: (change: SearchValues) => void;
}

export function ConversationFilter({ values, onChange }: FilterProps) {
  const t = useMessages(conversationsMessages);
  const account = useAccountSlug();
  const { data: agents = [] } = useQuery({
    queryKey: ['agents', account, 'names'],
    queryFn: ({ signal }) => api.all<AdminAgent>(`/accounts/${account}/agents`, {}, signal),
  });
  const any = { value: '', label: t('any') };
  return (
    <search className="filters">
      <SearchField label={t('words')} maxLength={200} value={values['q'] ?? ''} onChange={(q) => onChange({ q })} />
      <SelectField
        label={t('agent')}
        value={values['agent'] ?? ''}
        options={[any, ...agents.map(({ slug, name }) => ({ value: slug, label: name }))]}
        onChange={(agent) => onChange({ agent })}
      />
      <SelectField
        label={t('status')}
        value={values['status'] ?? ''}
        options={[any, ...turnStatuses.map((status) => ({ value: status, label: t(status) }))]}
        onChange={(status) => onChange({ status })}
      />
      <SelectField
        label={t('feedback')}
        value={values['feedback'] ?? ''}
        options={[any, ...feedbacks.map((feedback) => ({ value: feedback, label: t(`feedback_${feedback}`) }))]}
        onChange={(feedback) => onChange({ feedback })}
      />
      <TextField label={t('from')} type="date" value={values['from'] ?? ''} onChange={(from) => onChange({ from })} />
      <TextField label={t('to')} type="date" value={values['to'] ?? ''} onChange={(to) => onChange({ to })} />
    </search>
  );
}
