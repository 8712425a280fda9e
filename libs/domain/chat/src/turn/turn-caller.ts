import type { Budget } from '@salient/domain/limits';

/** Who begins a turn, as far as limits are concerned. */
export interface TurnCaller {
  /** `session`: a visitor, in a conversation of his own. */
  readonly kind: 'sk' | 'pk' | 'session';
  /** What a token's turns and money are counted under; null when there is no token. */
  readonly lineageId: string | null;
  readonly limits: { readonly turns_per_minute?: number; readonly concurrent_turns?: number } | null;
  readonly budget: Budget | null;
  /** IP address of the caller. */
  readonly address: string;
  /** Takes the headers that tell what is left of the limits. */
  readonly tell: (headers: Readonly<Record<string, string>>) => void;
}
