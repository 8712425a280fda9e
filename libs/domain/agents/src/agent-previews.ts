import type { AgentContent } from '@salient/contracts/admin';
import type { Sql } from '@salient/platform';
import { createHash, randomBytes } from 'node:crypto';
import { Agent } from './agent.entity.js';
import { fieldsOf } from './agent-content.js';

/** Leave to chat with an agent as it is not published. */
export interface PreviewGrant {
  /** Shown once; stored as its SHA-256. */
  readonly preview: string;
  readonly expiresAt: Date;
}

const MINUTES = 30;

/** Lets whoever holds the answer chat with `content` in the agent's place, for half an hour. */
export async function createPreview(sql: Sql, agentId: string, version: number | null, content: AgentContent): Promise<PreviewGrant> {
  const preview = `sal_preview_${randomBytes(24).toString('base64url')}`;
  await sql.query('DELETE FROM agent_previews WHERE expires_at < now()');
  const [row] = await sql.query<{ expires_at: Date }>(
    `INSERT INTO agent_previews (preview_hash, agent_id, version, content, expires_at) VALUES ($1, $2, $3, $4, now() + make_interval(mins => $5))
     RETURNING expires_at`,
    [hashOf(preview), agentId, version, JSON.stringify(content), MINUTES],
  );
  if (!row) throw new Error('The preview was not written.');
  return { preview, expiresAt: row.expires_at };
}

/** The agent that a preview shows, in place of the published one of that slug; null when there is no such preview now. */
export async function findPreview(sql: Sql, slug: string, preview: string): Promise<Agent | null> {
  const [row] = await sql.query<{ id: string; version: number | null; content: AgentContent }>(
    `SELECT agent.id, preview.version, preview.content FROM agent_previews preview JOIN agents agent ON agent.id = preview.agent_id
     WHERE preview.preview_hash = $1 AND agent.slug = $2 AND preview.expires_at > now()`,
    [hashOf(preview), slug],
  );
  return row ? Object.assign(new Agent(), fieldsOf(row.content), { id: row.id, slug, version: row.version ?? 0 }) : null;
}

function hashOf(preview: string): Buffer {
  return createHash('sha256').update(preview).digest();
}
