import { problems, type InputFault, type ProblemCode } from '@salient/contracts';

export interface SalientErrorOptions {
  /** Faults of the input, one for each place. */
  readonly faults?: readonly InputFault[];
  /** For 429 and 503: how long a client should wait, in whole seconds. */
  readonly retryAfterSeconds?: number;
  /** What else the answer's headers say, in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/**
 * Base of every error that may be shown to a caller. The code decides the HTTP status (`problems` in contracts); `message`
 * is the `detail` of the answer, so it is written for the caller and names nothing internal.
 */
export abstract class SalientError extends Error {
  abstract readonly code: ProblemCode;
  readonly faults: readonly InputFault[];
  readonly retryAfterSeconds: number | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(message: string, options: SalientErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.faults = options.faults ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.headers = options.headers ?? {};
  }

  get status(): number {
    return problems[this.code].status;
  }
}
