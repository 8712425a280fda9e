import type { InputFault, Problem, ProblemCode } from '@salient/contracts';

/** What went wrong with a call: a problem of the API (RFC 9457), or `unreachable` when no answer came at all. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: ProblemCode | 'unreachable',
    readonly detail: string,
    readonly faults: readonly InputFault[] = [],
    readonly requestId: string | null = null,
    /** Seconds after which a repeat makes sense; null when nobody said. */
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }

  /** Whether the same call may succeed a moment later. */
  get isPassing(): boolean {
    return this.code === 'unreachable' || this.status === 429 || this.status >= 500;
  }
}

export function unreachable(): ApiProblem {
  return new ApiProblem(0, 'unreachable', 'The service cannot be reached.');
}

/** Reads an answer that is none of the good ones. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const seconds = Number.isFinite(retryAfter) ? retryAfter : null;
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
  if (!problem?.code) return new ApiProblem(response.status, 'internal_error', response.statusText, [], null, seconds);
  return new ApiProblem(response.status, problem.code, problem.detail ?? '', problem.errors ?? [], problem.request_id ?? null, seconds);
}
