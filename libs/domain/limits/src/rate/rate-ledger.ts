/** How many turns a minute may begin under a key. */
export interface RateRule {
  /** What is limited, as the answer's headers name it: `token`, `agent` or `address`. */
  readonly name: string;
  /** Unique in the whole platform, such as `token:<id>`. */
  readonly key: string;
  readonly turnsPerMinute: number;
}

export interface RateLease {
  /** Turns that the asking process may begin until the window ends; 0 when there are none left. */
  readonly granted: number;
  /** Turns of the window that nobody has been given yet. */
  readonly remaining: number;
  readonly endsInMs: number;
}

/** Counts the turns of all processes in windows of a minute, and gives each process blocks of them. */
export interface RateLedger {
  /** Turns of a limit that each process begins without asking, so that rare callers cost the ledger nothing. */
  unasked(turnsPerMinute: number): number;
  /**
   * @param begun turns that the process has begun in this window without asking
   * @param wanted turns that wait for an answer now
   */
  lease(rule: RateRule, begun: number, wanted: number): Promise<RateLease>;
}

export const RATE_LEDGER = Symbol('RateLedger');
export const WINDOW_MS = 60_000;
