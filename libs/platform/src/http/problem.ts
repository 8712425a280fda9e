import { problems, type Problem, type ProblemCode } from '@salient/contracts';
import { BodyTooLarge, InvalidRequest, NotFound, UnsupportedMediaType } from '../errors/common.errors.js';
import { SalientError } from '../errors/salient-error.js';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Where an error happened: the path without its query, which may hold a message. */
export interface ProblemPlace {
  readonly instance: string;
  readonly requestId: string;
}

/** The RFC 9457 answer to an error. Anything that is not a {@link SalientError} tells nothing of itself. */
export function problemOf(error: unknown, { instance, requestId }: ProblemPlace): Problem {
  const known = asSalientError(error);
  const code: ProblemCode = known?.code ?? 'internal_error';
  const { status, title, retryable } = problems[code];
  return {
    type: `https://docs.salient.ai/errors#${code}`,
    title,
    status,
    detail: known?.message ?? 'Something went wrong on our side. The request id helps us to find it.',
    instance,
    code,
    request_id: requestId,
    retryable,
    ...(known?.faults.length ? { errors: [...known.faults] } : {}),
  };
}

/** What Fastify and Nest throw: an error with a status, in one of three places. */
interface FrameworkError {
  readonly statusCode?: number;
  readonly getStatus?: () => number;
}

/** Errors of Fastify and Nest that have a meaning for the caller, in our own words. */
export function asSalientError(error: unknown): SalientError | undefined {
  if (error instanceof SalientError) return error;
  const { statusCode, getStatus } = (error ?? {}) as FrameworkError;
  const status = getStatus?.call(error) ?? statusCode;
  if (status === 400) return new InvalidRequest('The request cannot be read.');
  if (status === 404 || status === 414) return new NotFound(); // 414: a part of the path that is longer than any name
  if (status === 413) return new BodyTooLarge();
  return status === 415 ? new UnsupportedMediaType() : undefined;
}
