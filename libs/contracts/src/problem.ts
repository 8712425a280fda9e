import { z } from 'zod';

/**
 * Every error that Salient answers with. The code is stable: clients may branch on it. `docs/errors.md` explains each one,
 * and a test keeps the two equal.
 */
export const problems = {
  invalid_request: { status: 400, title: 'The request is not valid', retryable: false },
  unknown_field: { status: 400, title: 'The request has a field that is not known here', retryable: false },
  token_missing: { status: 401, title: 'A token is needed', retryable: false },
  token_invalid: { status: 401, title: 'The token is not valid', retryable: false },
  token_expired: { status: 401, title: 'The token has expired', retryable: false },
  token_revoked: { status: 401, title: 'The token has been revoked', retryable: false },
  invalid_credentials: { status: 401, title: 'E-mail or password is wrong', retryable: false },
  totp_required: { status: 401, title: 'The code of the second factor is needed', retryable: false },
  budget_exceeded: { status: 402, title: 'The budget is used up', retryable: false },
  forbidden: { status: 403, title: 'This is not allowed', retryable: false },
  scope_missing: { status: 403, title: 'The token lacks a scope', retryable: false },
  origin_not_allowed: { status: 403, title: 'The token may not be used from this origin', retryable: false },
  account_mismatch: { status: 403, title: 'The token belongs to another account', retryable: false },
  not_found: { status: 404, title: 'There is nothing here', retryable: false },
  account_not_found: { status: 404, title: 'There is no such account', retryable: false },
  agent_not_found: { status: 404, title: 'There is no such agent', retryable: false },
  session_not_found: { status: 404, title: 'There is no such session', retryable: false },
  turn_not_found: { status: 404, title: 'There is no such turn', retryable: false },
  turn_in_progress: { status: 409, title: 'The session is still answering', retryable: true },
  idempotency_in_progress: { status: 409, title: 'The first request with this key is still running', retryable: true },
  account_status_conflict: { status: 409, title: 'The account is doing something else', retryable: false },
  migration_in_progress: { status: 409, title: 'A fleet migration has not ended yet', retryable: false },
  move_conflict: { status: 409, title: 'The account cannot be moved like that now', retryable: false },
  token_not_active: { status: 409, title: 'The token has been deleted', retryable: false },
  entry_exists: { status: 409, title: 'The list has an entry with this key', retryable: false },
  schema_exists: { status: 409, title: 'There is a directory schema of this name', retryable: false },
  import_conflict: { status: 409, title: 'The import cannot do that now', retryable: false },
  member_exists: { status: 409, title: 'This person is a member already', retryable: false },
  last_owner: { status: 409, title: 'An account keeps an owner', retryable: false },
  totp_conflict: { status: 409, title: 'The second factor is in another state', retryable: false },
  slug_taken: { status: 409, title: 'The slug is taken', retryable: false },
  precondition_failed: { status: 412, title: 'The resource has changed since it was read', retryable: false },
  body_too_large: { status: 413, title: 'The body is too large', retryable: false },
  unsupported_media_type: { status: 415, title: 'The content type is not supported', retryable: false },
  idempotency_mismatch: { status: 422, title: 'The key was used with another body', retryable: false },
  schema_invalid: { status: 422, title: 'The schema refuses it, or cannot be used itself', retryable: false },
  rate_limited: { status: 429, title: 'Too many requests', retryable: true },
  quota_exhausted: { status: 429, title: 'The quota is used up', retryable: false },
  internal_error: { status: 500, title: 'Something went wrong on our side', retryable: true },
  provider_error: { status: 502, title: 'The model provider answered with an error', retryable: true },
  provider_unavailable: { status: 503, title: 'The model provider cannot be reached', retryable: true },
  tenant_unavailable: { status: 503, title: 'The account is not available right now', retryable: true },
  tenant_suspended: { status: 503, title: 'The account is suspended', retryable: false },
  mail_unavailable: { status: 503, title: 'The e-mail cannot be sent right now', retryable: true },
  draining: { status: 503, title: 'This process is stopping', retryable: true },
  worker_lost: { status: 503, title: 'The process that wrote the answer was lost', retryable: true },
  provider_timeout: { status: 504, title: 'The model provider took too long', retryable: true },
} as const;

export type ProblemCode = keyof typeof problems;

/** One fault of the input. `pointer` is a JSON Pointer (RFC 6901) into the body, or the name of a query parameter. */
export const InputFault = z.object({ pointer: z.string(), code: z.string(), detail: z.string() });
export type InputFault = z.infer<typeof InputFault>;

/** Problem details for HTTP APIs (RFC 9457) with Salient's extension members. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  request_id: z.string(),
  retryable: z.boolean(),
  errors: z.array(InputFault).optional(),
});
export type Problem = z.infer<typeof Problem>;
