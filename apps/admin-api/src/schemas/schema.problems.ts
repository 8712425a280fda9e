/** What every route of the platform's schemas may answer. */
export const PROBLEMS = ['token_missing', 'token_invalid', 'token_expired'] as const;

/** The same for routes of one schema. */
export const FOUND = [...PROBLEMS, 'not_found'] as const;

/** The same for those that change it. */
export const CHANGED = [...FOUND, 'forbidden', 'invalid_request', 'unknown_field'] as const;

export const REPEATED = ['idempotency_in_progress', 'idempotency_mismatch'] as const;
