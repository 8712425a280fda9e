import type { AgentContent } from '@salient/contracts/admin';
import { useMessages } from '../../i18n/index.js';
import { NumberField, SelectField, SwitchField, TextArea, TextField } from '../../ui/index.js';
import type { FieldsProps } from './agent-fields.js';
import { agentsMessages } from './messages/index.js';

type Limit = keyof AgentContent['limits'];
type Budget = NonNullable<AgentContent['budget']>;

const LIMITS: readonly Limit[] = ['turns_per_minute', 'concurrent_turns', 'tool_results_max', 'history_tokens_max'];

export function BudgetFields({ content: { limits, budget, closed_message }, onChange }: FieldsProps) {
  const t = useMessages(agentsMessages);
  const setLimit = (limit: Limit, value: number | null) => {
    const { [limit]: _was, ...others } = limits;
    onChange({ limits: value === null ? others : { ...others, [limit]: value } });
  };
  const setBudget = (change: Partial<Budget>) =>
    onChange({ budget: { amount: '', currency: 'USD', period: 'month', ...budget, ...change } });
  return (
    <>
      <div className="grid-two">
        {LIMITS.map((limit) => (
          <NumberField
            key={limit}
            label={t(limit)}
            optional
            min={0}
            pointer={`/limits/${limit}`}
            value={limits[limit] ?? null}
            onChange={(value) => setLimit(limit, value)}
          />
        ))}
        <TextField
          label={t('budget')}
          optional
          inputMode="decimal"
          placeholder="25.00"
          pointer="/budget/amount"
          value={budget?.amount ?? ''}
          onChange={(amount) => (amount.trim() ? setBudget({ amount: amount.trim() }) : onChange({ budget: null }))}
        />
        {budget && (
          <SelectField
            label={t('period')}
            value={budget.period}
            options={[
              { value: 'day', label: t('day') },
              { value: 'month', label: t('month') },
            ]}
            onChange={(period) => setBudget({ period: period as Budget['period'] })}
          />
        )}
      </div>
      {budget && (
        <>
          <TextField
            label={t('cheaperModel')}
            optional
            hint={t('cheaperModelHint')}
            pointer="/budget/cheaper_model"
            value={budget.cheaper_model ?? ''}
            onChange={(model) => setBudget({ cheaper_model: model.trim() || undefined })}
          />
          <SwitchField
            label={t('directoryOnly')}
            hint={t('directoryOnlyHint')}
            checked={budget.directory_only ?? false}
            onChange={(directory_only) => setBudget({ directory_only })}
          />
        </>
      )}
      <TextArea
        label={t('closedMessage')}
        hint={t('closedMessageHint')}
        rows={2}
        pointer="/closed_message"
        value={closed_message}
        onChange={(text) => onChange({ closed_message: text })}
      />
    </>
  );
}
