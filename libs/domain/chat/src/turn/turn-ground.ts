import type { Exchange } from './history-window.js';
import type { TurnAgent } from './turn-agent.js';
import type { RecentTurns } from './turn-rates.js';

/** What one statement reads before a turn. */
export interface TurnGround {
  readonly agent: TurnAgent;
  /** False when a session was named and this agent has none of that id. */
  readonly sessionFound: boolean;
  /** Earlier exchanges of the session that its summary does not cover, oldest first; failed turns are left out. */
  readonly history: readonly Exchange[];
  readonly summary: StoredSummary | null;
  /** The session's turns of the last minute; null unless they were asked for. */
  readonly recent: RecentTurns | null;
}

/** What a session keeps of exchanges that no prompt holds any more. */
export interface StoredSummary {
  readonly text: string;
  /** The `seq` of the last answer that it covers. */
  readonly seq: string;
}

/** The ground as a statement answers it. */
export interface GroundRow {
  ground: TurnAgent & Pick<TurnGround, 'summary' | 'recent'> & { session_found: boolean; history: Exchange[] | null };
}

export function groundOf({ ground: { session_found: sessionFound, history, summary, recent, ...agent } }: GroundRow): TurnGround {
  return { agent, sessionFound, history: history ?? [], summary, recent };
}
