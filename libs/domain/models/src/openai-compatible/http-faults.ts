import { errors } from 'undici';
import { ModelProviderError, ProviderFailed, ProviderRefused, ProviderTimedOut, ProviderUnavailable } from '../model.errors.js';

/** A call that failed before its first token, and whether the same call may be tried again. */
export interface CallFault {
  readonly error: ModelProviderError;
  readonly retryable: boolean;
  /** What the provider asked us to wait; null when it did not say. */
  readonly retryAfterMs: number | null;
}

const RETRYABLE_STATUS = new Set([408, 409, 429, 500, 502, 503, 504, 529]);
/** The request is at fault, not the provider: nothing to hold against it. */
const REFUSED_STATUS = new Set([400, 404, 413, 422]);
const UNAVAILABLE_STATUS = new Set([408, 429, 503, 529]);

/** The start of a provider's error text is kept for the log; it never reaches a caller. */
export function faultOfStatus(status: number, body: string, retryAfter: string | undefined): CallFault {
  const cause = new Error(`HTTP ${status}: ${body.slice(0, 500)}`);
  const retryAfterMs = retryAfterOf(retryAfter);
  return { error: errorOfStatus(status, cause, retryAfterMs), retryable: RETRYABLE_STATUS.has(status), retryAfterMs };
}

function errorOfStatus(status: number, cause: Error, retryAfterMs: number | null): ModelProviderError {
  if (REFUSED_STATUS.has(status)) return new ProviderRefused(cause);
  if (!UNAVAILABLE_STATUS.has(status)) return new ProviderFailed(cause);
  return new ProviderUnavailable(cause, Math.ceil((retryAfterMs ?? 5_000) / 1_000));
}

/** What undici, or reading the stream, has thrown. */
export function faultOfError(error: unknown): CallFault {
  if (error instanceof ModelProviderError) return { error, retryable: false, retryAfterMs: null };
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError)
    return { error: new ProviderTimedOut(error), retryable: false, retryAfterMs: null };
  const connecting = error instanceof errors.ConnectTimeoutError || isNetworkFailure(error);
  return { error: connecting ? new ProviderUnavailable(error) : new ProviderFailed(error), retryable: connecting, retryAfterMs: null };
}

/** What reading an answer that has begun has thrown: a provider that was there and broke off has failed, whatever the socket says. */
export function failureOfStream(error: unknown): ModelProviderError {
  const { error: failure } = faultOfError(error);
  return failure instanceof ProviderUnavailable ? new ProviderFailed(error) : failure;
}

function isNetworkFailure(error: unknown): boolean {
  const { code = '' } = (error ?? {}) as { code?: string };
  return (
    error instanceof errors.SocketError ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code)
  );
}

/** `Retry-After` as seconds or as a date (RFC 9110 §10.2.3). */
function retryAfterOf(header: string | undefined): number | null {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
