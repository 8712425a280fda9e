/** What every route of an account's directories may answer. */
export const PROBLEMS = [
  'token_missing',
  'token_invalid',
  'token_expired',
  'token_revoked',
  'forbidden',
  'scope_missing',
  'account_mismatch',
  'account_not_found',
  'tenant_unavailable',
  'tenant_suspended',
] as const;

/** The same for routes of one list or one entry. */
export const FOUND = [...PROBLEMS, 'not_found'] as const;

/** The same for those that change what is in it. */
export const FILLED = [...FOUND, 'invalid_request', 'unknown_field', 'schema_invalid', 'import_conflict'] as const;

/** The same for those that change what somebody has seen. */
export const CHANGED = [...FILLED, 'precondition_failed'] as const;

export const REPEATED = ['idempotency_in_progress', 'idempotency_mismatch'] as const;
