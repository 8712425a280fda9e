/** What every route inside an account may answer. */
export const PROBLEMS = [
  'token_missing',
  'token_invalid',
  'token_expired',
  'forbidden',
  'account_not_found',
  'tenant_unavailable',
  'tenant_suspended',
] as const;

/** The same for routes of one agent. */
export const AGENT_PROBLEMS = [...PROBLEMS, 'agent_not_found'] as const;
