export interface ChatOptions {
  /** The longest that a turn may take, in milliseconds. */
  readonly turnTimeoutMs: number;
  /** How often the rows of running turns are looked at, in milliseconds; {@link ROUND_MS} when it is not said. */
  readonly roundMs?: number;
}

export const ROUND_MS = 1_000;
export const CHAT_OPTIONS = Symbol('ChatOptions');
