import type { CreateTokenRequest, Token, TokenKind } from '@salient/contracts/admin';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Checkbox, FieldGroup, LinesField, NumberField, SelectField, TextField } from '../../ui/index.js';
import { tokensMessages } from './messages/index.js';
import { agentsQuery } from './token-calls.js';

/** What of a token can be changed later, as a form holds it. */
export interface TokenDraft {
  readonly name: string;
  /** null: every agent of the account. */
  readonly agents: readonly string[] | null;
  readonly origins: readonly string[];
  readonly ips: readonly string[];
  readonly expiresOn: string;
  readonly turnsPerMinute: number | null;
  readonly budget: string;
  readonly period: 'day' | 'month';
}

export function draftOf(token?: Token): TokenDraft {
  return {
    name: token?.name ?? '',
    agents: token?.agents ?? null,
    origins: token?.allowed_origins ?? [],
    ips: token?.allowed_ips ?? [],
    expiresOn: token?.expires_at?.slice(0, 10) ?? '',
    turnsPerMinute: token?.limits?.turns_per_minute ?? null,
    budget: token?.budget?.amount ?? '',
    period: token?.budget?.period ?? 'month',
  };
}

/** What is sent. A token ends with the day that was chosen, in UTC. */
export function requestOf(draft: TokenDraft): Omit<CreateTokenRequest, 'kind' | 'scopes'> {
  return {
    name: draft.name.trim(),
    agents: draft.agents === null ? null : [...draft.agents],
    allowed_origins: [...draft.origins],
    allowed_ips: [...draft.ips],
    expires_at: draft.expiresOn ? `${draft.expiresOn}T23:59:59.000Z` : null,
    limits: draft.turnsPerMinute === null ? null : { turns_per_minute: draft.turnsPerMinute },
    budget: draft.budget.trim() ? { amount: draft.budget.trim(), currency: 'USD', period: draft.period } : null,
  };
}

export const TOKEN_POINTERS = ['/name', '/agents', '/allowed_origins', '/allowed_ips', '/expires_at', '/limits', '/budget', '/scopes'];

interface TokenFieldsProps {
  readonly kind: TokenKind;
  readonly draft: TokenDraft;
  readonly onChange: (draft: TokenDraft) => void;
}

export function TokenFields({ kind, draft, onChange }: TokenFieldsProps) {
  const t = useMessages(tokensMessages);
  const { data: agents = [] } = useQuery(agentsQuery(useAccountSlug()));
  const set = (change: Partial<TokenDraft>) => onChange({ ...draft, ...change });
  const toggle = (slug: string, isOn: boolean) =>
    set({ agents: isOn ? [...(draft.agents ?? []), slug] : (draft.agents ?? []).filter((one) => one !== slug) });
  return (
    <>
      <TextField label={t('name')} hint={t('nameHint')} pointer="/name" value={draft.name} onChange={(name) => set({ name })} />
      {kind === 'pk' && (
        <LinesField
          label={t('origins')}
          hint={t('originsHint')}
          pointer="/allowed_origins"
          placeholder="https://example.com"
          values={draft.origins}
          onChange={(origins) => set({ origins })}
        />
      )}
      <FieldGroup label={t('agents')} pointer="/agents">
        <Checkbox label={t('allAgents')} checked={draft.agents === null} onChange={(isAll) => set({ agents: isAll ? null : [] })} />
        {draft.agents !== null &&
          agents.map(({ id, slug, name }) => (
            <Checkbox key={id} label={name} checked={draft.agents!.includes(slug)} onChange={(isOn) => toggle(slug, isOn)} />
          ))}
      </FieldGroup>
      <div className="grid-two">
        <TextField
          label={t('endsOn')}
          optional
          type="date"
          hint={t('endsOnHint')}
          pointer="/expires_at"
          value={draft.expiresOn}
          onChange={(expiresOn) => set({ expiresOn })}
        />
        <NumberField
          label={t('turnsPerMinute')}
          optional
          min={1}
          pointer="/limits/turns_per_minute"
          value={draft.turnsPerMinute}
          onChange={(turnsPerMinute) => set({ turnsPerMinute })}
        />
        <TextField
          label={t('budget')}
          optional
          inputMode="decimal"
          placeholder="25.00"
          pointer="/budget"
          value={draft.budget}
          onChange={(budget) => set({ budget })}
        />
        <SelectField
          label={t('period')}
          value={draft.period}
          options={[
            { value: 'day', label: t('day') },
            { value: 'month', label: t('month') },
          ]}
          onChange={(period) => set({ period: period as 'day' | 'month' })}
        />
      </div>
      {kind === 'sk' && (
        <LinesField
          label={t('ips')}
          optional
          hint={t('ipsHint')}
          pointer="/allowed_ips"
          rows={2}
          values={draft.ips}
          onChange={(ips) => set({ ips })}
        />
      )}
    </>
  );
}
