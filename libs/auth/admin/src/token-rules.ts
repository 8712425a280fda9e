import { scopesOfKind, type ApiToken } from '@salient/auth/tokens';
import type { CreateTokenRequest, RollTokenRequest, UpdateTokenRequest } from '@salient/contracts/admin';
import { InvalidRequest } from '@salient/platform';

const DAY_MS = 86_400_000;
const SK_LIFE_MS = 90 * DAY_MS;
const UNIT_MS = { m: 60_000, h: 3_600_000, d: DAY_MS };

/** @throws InvalidRequest when the kind cannot have one of the scopes */
export function refuseForeignScopes({ kind, scopes = [] }: CreateTokenRequest): void {
  const foreign = scopes.filter((scope) => !scopesOfKind[kind].includes(scope));
  if (foreign.length === 0) return;
  const detail = `A token of the kind "${kind}" cannot have: ${foreign.join(', ')}.`;
  throw new InvalidRequest(detail, [{ pointer: '/scopes', code: 'scope_not_allowed', detail }]);
}

/** @throws InvalidRequest when a change would leave a publishable token without an origin */
export function refuseNoOrigin(kind: ApiToken['kind'], { allowed_origins: origins }: UpdateTokenRequest): void {
  if (kind !== 'pk' || origins === undefined || origins.length > 0) return;
  const detail = 'A publishable token needs at least one allowed origin.';
  throw new InvalidRequest(detail, [{ pointer: '/allowed_origins', code: 'too_small', detail }]);
}

/** A server token ends after 90 days unless the request says otherwise; null means never. */
export function expiryOfNew({ kind, expires_at: given }: CreateTokenRequest): Date | null {
  if (given === undefined) return kind === 'sk' ? new Date(Date.now() + SK_LIFE_MS) : null;
  return futureOf(given);
}

/** @throws InvalidRequest for a time that has passed */
export function futureOf(time: string | null): Date | null {
  if (time === null) return null;
  const date = new Date(time);
  if (date > new Date()) return date;
  throw new InvalidRequest('expires_at lies in the past.', [
    { pointer: '/expires_at', code: 'in_the_past', detail: 'Give a time to come.' },
  ]);
}

/** A rolled token lives as long as the one before it did, from now on. */
export function expiryOfRolled({ created_at: begin, expires_at: end }: ApiToken): Date | null {
  return end && new Date(Date.now() + Math.max(end.getTime() - begin.getTime(), DAY_MS));
}

/** `0`, `15m`, `4h` or `7d` in milliseconds. The wire type has checked the form. */
export function graceMsOf({ grace }: RollTokenRequest): number {
  return grace === '0' ? 0 : Number(grace.slice(0, -1)) * UNIT_MS[grace.at(-1) as keyof typeof UNIT_MS];
}
