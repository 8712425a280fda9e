export interface ChatOptions {
  /** The longest that a turn may take, in milliseconds. */
  readonly turnTimeoutMs: number;
}

export const CHAT_OPTIONS = Symbol('ChatOptions');
