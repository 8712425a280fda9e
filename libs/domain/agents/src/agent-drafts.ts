import type { AgentContent } from '@salient/contracts/admin';
import type { Sql } from '@salient/platform';

/** Changes to published agents that wait to be published, one draft for each agent. */
export const agentDrafts = {
  async find(sql: Sql, agentId: string): Promise<AgentContent | null> {
    const [row] = await sql.query<{ content: AgentContent }>('SELECT content FROM agent_drafts WHERE agent_id = $1', [agentId]);
    return row?.content ?? null;
  },

  /** The ids of those that have a draft. */
  async among(sql: Sql, agentIds: readonly string[]): Promise<Set<string>> {
    const rows = await sql.query<{ agent_id: string }>('SELECT agent_id FROM agent_drafts WHERE agent_id = ANY ($1)', [agentIds]);
    return new Set(rows.map((row) => row.agent_id));
  },

  /** Null takes it away. */
  async put(sql: Sql, agentId: string, content: AgentContent | null): Promise<void> {
    if (content === null) await sql.query('DELETE FROM agent_drafts WHERE agent_id = $1', [agentId]);
    else
      await sql.query(
        `INSERT INTO agent_drafts (agent_id, content) VALUES ($1, $2)
         ON CONFLICT (agent_id) DO UPDATE SET content = excluded.content, updated_at = now()`,
        [agentId, JSON.stringify(content)],
      );
  },
};
