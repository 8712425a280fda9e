import type { ProblemCode } from '@salient/contracts';

/** What can be wrong with a call of an account's route. */
export const ACCESS_PROBLEMS = [
  'invalid_request',
  'token_missing',
  'token_invalid',
  'token_expired',
  'token_revoked',
  'forbidden',
  'scope_missing',
  'origin_not_allowed',
  'account_mismatch',
  'account_not_found',
  'agent_not_found',
  'tenant_unavailable',
  'tenant_suspended',
] as const satisfies readonly ProblemCode[];

/** What can be wrong with a call that begins a turn, before there is one. */
export const BEGIN_PROBLEMS = [
  ...ACCESS_PROBLEMS,
  'unknown_field',
  'session_not_found',
  'turn_in_progress',
  'rate_limited',
  'budget_exceeded',
  'idempotency_mismatch',
  'draining',
] as const satisfies readonly ProblemCode[];

/** The same with what can go wrong with the turn itself, where its answer is waited for. */
export const TURN_PROBLEMS = [
  ...BEGIN_PROBLEMS,
  'idempotency_in_progress',
  'provider_error',
  'provider_unavailable',
  'provider_timeout',
  'worker_lost',
] as const satisfies readonly ProblemCode[];
