import { tokenStatus, type ApiToken } from '@salient/auth/tokens';
import type { Token } from '@salient/contracts/admin';
import { entityTag } from '@salient/platform';

/** How long before its end a token is said to expire soon. */
export const EXPIRES_SOON_DAYS = 14;

/** A token as admins see it. */
export function tokenView(row: ApiToken): Token {
  const status = tokenStatus(row);
  return {
    id: row.id,
    ref: row.ref,
    name: row.name,
    kind: row.kind,
    scopes: row.scopes,
    agents: row.agents,
    allowed_origins: row.allowed_origins,
    allowed_ips: row.allowed_ips,
    limits: row.limits,
    budget: row.budget,
    expires_at: row.expires_at?.toISOString() ?? null,
    expires_soon: status === 'active' && row.expires_at !== null && row.expires_at.getTime() - Date.now() < EXPIRES_SOON_DAYS * 86_400_000,
    last_used_at: row.last_used_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    status,
  };
}

export function tokenTag({ version }: ApiToken): string {
  return entityTag(version);
}

/** What of two versions differs, for the audit: a token's fields are no secrets, its hash is left out. */
export function tokenDifference(before: ApiToken, after: ApiToken): { readonly before: object; readonly after: object } {
  const [old, now] = [tokenView(before), tokenView(after)] as const;
  const changed = CHANGEABLE.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]));
  const pick = (view: Token) => Object.fromEntries(changed.map((field) => [field, view[field]]));
  return { before: pick(old), after: pick(now) };
}

const CHANGEABLE = ['name', 'agents', 'allowed_origins', 'allowed_ips', 'limits', 'budget', 'expires_at'] as const;
