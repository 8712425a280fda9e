import type { LiveTurn } from './live-turn.js';
import type { TurnEvent } from './turn.js';

/** What a reader is told who stays. */
export type StayingEvent = Exclude<TurnEvent, { type: 'reconnect' }>;

/**
 * Follows a turn from its beginning to its end for a reader that cannot be sent away and come back: when the turn is lost here, it
 * is found again and read on from where the reader is. Nothing is told twice.
 *
 * @param find the same turn, wherever it is now
 * @throws what `find` throws
 */
export async function* readToEnd(
  turn: LiveTurn,
  find: () => Promise<LiveTurn>,
  signal: AbortSignal,
): AsyncGenerator<StayingEvent, undefined> {
  const told = new Set<string>();
  let offset: number | null = null;
  for (let reader = turn; ; reader = await find()) {
    const readsOn = offset !== null;
    for await (const event of reader.read(offset, signal, true)) {
      if (event.type === 'reconnect') break;
      const name = nameOf(event);
      if (!readsOn || name === null || !told.has(name)) yield event;
      if (event.type === 'end') return;
      if (name !== null) told.add(name);
      offset = event.offset;
    }
    if (signal.aborted) return;
  }
}

/** What whoever reads on is told once more; null for what comes but once. */
function nameOf(event: StayingEvent): string | null {
  switch (event.type) {
    case 'start':
      return 'start';
    case 'tool':
      return `tool ${event.tool.tool_call_id} ${event.tool.state}`;
    case 'citation':
      return `citation ${event.citation.index}`;
    case 'delta':
    case 'replace':
    case 'end':
      return null;
  }
}
