import type { BegunTurn, Turn, TurnEnd, TurnService } from '@salient/domain/chat';
import { IdempotencyInProgress } from '@salient/platform';

/** Waits for the end; a repeat does not wait for the first request. */
export async function settled(turns: TurnService, { turn, replayed }: BegunTurn): Promise<Turn & { readonly end: TurnEnd }> {
  if (replayed && turn.snapshot.end === null) throw new IdempotencyInProgress();
  return turns.settled(turn);
}
