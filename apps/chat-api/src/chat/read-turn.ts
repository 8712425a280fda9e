import { readStored, type BegunTurn, type FoundTurn, type Turn, type TurnEnd, type TurnEvent, type TurnHead } from '@salient/domain/chat';
import { IdempotencyInProgress } from '@salient/platform';

export function headOf(turn: FoundTurn): TurnHead {
  return 'live' in turn ? turn.live.head : turn.stored;
}

/** What happens in a turn, from its beginning, whether it still runs or not. */
export async function* eventsOf(turn: FoundTurn, signal: AbortSignal): AsyncGenerator<TurnEvent> {
  yield* 'live' in turn ? turn.live.read(null, signal) : readStored(turn.stored, null);
}

/** Waits for the end; a repeat does not wait for the first request. */
export async function settled(turn: BegunTurn): Promise<Turn & { readonly end: TurnEnd }> {
  if ('stored' in turn) return turn.stored;
  if (turn.replayed && turn.live.snapshot.end === null) throw new IdempotencyInProgress();
  return turn.live.settled();
}
