import { Injectable } from '@nestjs/common';
import type { Sql } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { Agent, type DisconnectPolicy } from './agent.entity.js';
import { AgentNotFound } from './agent.errors.js';
import { BOOKKEEPING } from './agent-versions.js';

/** The published agents of the current account. */
@Injectable()
export class AgentService {
  constructor(private readonly db: TenantDb) {}

  /** The newest first, `limit` at most, older than the agent with the id `before`; of the named ones only, if any are named. */
  page({ limit, before, slugs }: { limit: number; before: string | null; slugs: readonly string[] | null }): Promise<Agent[]> {
    const query = this.db.repository(Agent).createQueryBuilder('agent').where("agent.status = 'published'");
    if (before !== null) query.andWhere('agent.id < :before', { before });
    if (slugs !== null) query.andWhere('agent.slug = ANY (:slugs)', { slugs });
    return query.orderBy('agent.id', 'DESC').limit(limit).getMany();
  }

  /** @throws AgentNotFound when there is none of that slug, or it is not published */
  async find(slug: string): Promise<Agent> {
    const agent = await this.db.repository(Agent).findOneBy({ slug, status: 'published' });
    if (!agent) throw new AgentNotFound(slug);
    return agent;
  }
}

export interface NewAgent {
  readonly slug: string;
  readonly name: string;
  readonly system_prompt: string;
  readonly description?: string;
  readonly greeting?: string;
  readonly suggestions?: readonly string[];
  readonly theme?: Readonly<Record<string, string>>;
  readonly model?: string | null;
  readonly lists?: readonly string[] | null;
  readonly disconnect_policy?: DisconnectPolicy;
  readonly draft?: boolean;
}

/** Writes an agent, published unless it is a draft. An agent of that slug is left as it is. Answers its id. */
export async function createAgent(sql: Sql, agent: NewAgent): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `WITH created AS (
       INSERT INTO agents (id, slug, name, description, greeting, suggestions, theme, system_prompt, model, lists, disconnect_policy, status, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, CASE $12 WHEN 'published' THEN 1 ELSE 0 END)
       ON CONFLICT (slug) DO NOTHING RETURNING *
     ), kept AS (
       INSERT INTO agent_versions (agent_id, version, content, published_by)
       SELECT id, version, to_jsonb(created) - $13::text[], 'system:salient' FROM created WHERE status = 'published'
     ) SELECT id FROM created UNION ALL SELECT id FROM agents WHERE slug = $2 LIMIT 1`,
    [
      uuidv7(),
      agent.slug,
      agent.name,
      agent.description ?? '',
      agent.greeting ?? '',
      JSON.stringify(agent.suggestions ?? []),
      JSON.stringify(agent.theme ?? {}),
      agent.system_prompt,
      agent.model ?? null,
      agent.lists ?? null,
      agent.disconnect_policy ?? 'continue',
      agent.draft ? 'draft' : 'published',
      BOOKKEEPING,
    ],
  );
  if (!row) throw new Error('The agent was not written.');
  return row.id;
}
