import { ChatProblem } from './chat-problem.js';
import { patience } from './patience.js';
import { isFinal } from './persistently.js';
import { readServerEvents } from './server-events.js';
import { ReadAgain, type TurnText } from './turn-text.js';

export interface TurnSource {
  /** Begins the turn; a repeat joins the turn that the first one has begun. */
  begin(signal: AbortSignal): Promise<Response>;
  /** Reads a turn that exists, from an offset on. */
  read(turnId: string, offset: number, signal: AbortSignal): Promise<Response>;
}

export interface TurnListener {
  changed(): void;
  /** The connection is lost, or is there again. */
  connected(isConnected: boolean): void;
}

/**
 * Follows a turn to its end through every cut of the connection.
 *
 * @throws ChatProblem when the service refuses for good, or the signal's reason
 */
export async function followTurn(turn: TurnText, source: TurnSource, listener: TurnListener, signal: AbortSignal): Promise<void> {
  let attempt = 0;
  let refusals = 0;
  while (turn.outcome === null) {
    try {
      const response = turn.id === null ? await source.begin(signal) : await source.read(turn.id, turn.text.length, signal);
      for await (const event of readServerEvents(response)) {
        listener.connected(true);
        attempt = refusals = 0;
        await turn.take(event);
        listener.changed();
      }
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ChatProblem && isFinal(error, ++refusals)) throw error;
      if (!(error instanceof ChatProblem || error instanceof ReadAgain)) listener.connected(false);
    }
    if (turn.outcome === null) await patience(attempt++, signal);
  }
}
