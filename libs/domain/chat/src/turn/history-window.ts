import { estimateTokens } from '@salient/domain/models';

/** One message of a visitor, and what was answered. */
export interface Exchange {
  /** The `seq` of the answer. */
  readonly seq: string;
  readonly user: string;
  readonly assistant: string;
}

/** Tokens of earlier exchanges that a prompt holds, unless the agent says otherwise. */
export const HISTORY_TOKENS_MAX = 6_000;
/** Exchanges that a prompt holds, however short they are. */
export const HISTORY_EXCHANGES_MAX = 40;

export function tokensOf({ user, assistant }: Pick<Exchange, 'user' | 'assistant'>): number {
  return estimateTokens(user.length + assistant.length);
}

/** Where the newest exchanges begin that take so many tokens at most; the newest one is always among them. */
export function windowStart(exchanges: readonly Pick<Exchange, 'user' | 'assistant'>[], tokensMax = HISTORY_TOKENS_MAX): number {
  let room = tokensMax;
  const last = exchanges.length - 1;
  for (let index = last; index >= 0; index--) {
    room -= tokensOf(exchanges[index]!);
    const isFull = room < 0 || last - index >= HISTORY_EXCHANGES_MAX;
    if (isFull && index < last) return index + 1;
  }
  return 0;
}
