import { createAgent } from '@salient/domain/agents';
import { withClient, type PostgresAddress } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';

export interface SaidTurn {
  readonly question: string;
  readonly answer: string;
  readonly status?: string;
  readonly at?: Date;
  readonly principal?: string;
  readonly metadata?: Record<string, string>;
  /** How many entries each search found. */
  readonly searches?: readonly number[];
  readonly cites?: boolean;
  readonly feedback?: 'up' | 'down';
  readonly model?: string;
  readonly cost?: string | null;
  readonly timings?: { readonly total: number; readonly first_token: number | null; readonly tools: number };
}

/** Makes sure that the account of this database has such an agent. Answers its id. */
export function agentIn(address: PostgresAddress, slug: string): Promise<string> {
  return withClient(address, (client) =>
    createAgent(
      { query: async (statement, parameters = []) => (await client.query(statement, [...parameters])).rows },
      { slug, name: slug, system_prompt: 'Help.' },
    ),
  );
}

/** Writes a conversation as turns leave it. Answers the session's id. */
export async function say(address: PostgresAddress, agentId: string, turns: readonly SaidTurn[]): Promise<string> {
  const session = uuidv7();
  await withClient(address, async (client) => {
    const begunAt = turns[0]?.at ?? new Date();
    await client.query('INSERT INTO sessions (id, agent_id, principal, created_at, last_active_at) VALUES ($1, $2, $3, $4, $4)', [
      session,
      agentId,
      turns[0]?.principal ?? null,
      begunAt,
    ]);
    for (const [index, turn] of turns.entries()) {
      const asked = uuidv7();
      const at = turn.at ?? new Date();
      await client.query(
        `INSERT INTO messages (id, session_id, seq, role, content, status, principal, metadata, created_at) VALUES ($1, $2, $3, 'user', $4, 'completed', $5, $6, $7)`,
        [asked, session, 2 * index + 1, turn.question, turn.principal ?? null, turn.metadata ?? {}, at],
      );
      await client.query(ANSWER, [
        uuidv7(),
        session,
        2 * index + 2,
        asked,
        turn.answer,
        turn.status ?? 'completed',
        turn.model ?? null,
        { input_tokens: 10, output_tokens: 5, total_tokens: 15 },
        turn.cost ?? null,
        turn.cost === undefined ? 'none' : turn.cost === null ? 'unknown' : 'provider',
        JSON.stringify((turn.searches ?? []).map(search)),
        JSON.stringify(turn.cites ? [{ index: 1, list: 'faq', entry_id: uuidv7(), entry_version: 1, title: 'Parking' }] : []),
        turn.timings ?? { total: 100, first_token: 40, tools: 10 },
        turn.feedback ?? null,
        at,
      ]);
    }
  });
  return session;
}

function search(count: number, index: number) {
  const name = 'search_directory';
  return { tool_call_id: `call-${index}`, name, label: 'Searching', state: 'completed', result_count: count, duration_ms: 3 };
}

const ANSWER = `
  INSERT INTO messages (id, session_id, seq, parent_id, role, content, status, finish_reason, model, usage, cost_amount, cost_currency,
    cost_source, tools, citations, timings_ms, feedback, created_at, completed_at)
  VALUES ($1, $2, $3, $4, 'assistant', $5, $6, 'stop', $7, $8, $9, 'USD', $10, $11, $12, $13, $14, $15, $15)`;
