import { entityTag, requireMatch, writeAuditEvent, type AuditEvent, type Sql } from '@salient/platform';
import { type TenantDb } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { AgentSlugTaken } from './agent-administration.errors.js';
import { Agent } from './agent.entity.js';
import { AgentNotFound } from './agent.errors.js';

/** What of an agent can be changed; what is left out stays. */
export type AgentChange = Partial<
  Pick<
    Agent,
    'name' | 'description' | 'greeting' | 'suggestions' | 'theme' | 'systemPrompt' | 'model' | 'lists' | 'disconnectPolicy' | 'status'
  >
>;

export type Author = Pick<AuditEvent, 'actor' | 'requestId'>;

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DEFAULTS = {
  description: '',
  greeting: '',
  suggestions: [],
  theme: {},
  systemPrompt: '',
  model: null,
  lists: null,
  disconnectPolicy: 'continue',
  status: 'published',
} as const;

/** Makes and changes the agents of the current account, drafts included; each change is audited in its own transaction. */
export class AgentAdministration {
  constructor(private readonly db: TenantDb) {}

  /** The newest first, `limit` at most, older than the agent with the id `before`. */
  page({ limit, before }: { readonly limit: number; readonly before: string | null }): Promise<Agent[]> {
    const query = this.db.repository(Agent).createQueryBuilder('agent');
    if (before !== null) query.where('agent.id < :before', { before });
    return query.orderBy('agent.id', 'DESC').limit(limit).getMany();
  }

  /** @throws AgentNotFound */
  async find(id: string): Promise<Agent> {
    const agent = UUID.test(id) ? await this.db.repository(Agent).findOneBy({ id }) : null;
    if (!agent) throw new AgentNotFound(id);
    return agent;
  }

  /** @throws AgentSlugTaken */
  async create(agent: AgentChange & { readonly slug: string; readonly name: string }, author: Author): Promise<Agent> {
    const now = new Date();
    const created = Object.assign(new Agent(), DEFAULTS, agent, { id: uuidv7(), version: 1, createdAt: now, updatedAt: now });
    await this.db
      .transaction(async (sql, manager) => {
        await manager.insert(Agent, created);
        await this.audit(sql, 'agent.created', created, author, { slug: created.slug, status: created.status });
      })
      .catch((error: unknown) => {
        throw isViolation(error, UNIQUE_VIOLATION) ? new AgentSlugTaken(agent.slug) : error;
      });
    return created;
  }

  /**
   * @param ifMatch the tag of the version that the caller has seen, if he says
   * @throws AgentNotFound, PreconditionFailed
   */
  async update(id: string, change: AgentChange, ifMatch: string | undefined, author: Author): Promise<Agent> {
    const before = await this.find(id);
    requireMatch(ifMatch, entityTag(before.version));
    const after = Object.assign(new Agent(), before, change, { version: before.version + 1, updatedAt: new Date() });
    await this.db.transaction(async (sql, manager) => {
      const { affected } = await manager.update(Agent, { id, version: before.version }, after);
      if (affected === 0) requireMatch(entityTag(before.version), entityTag(after.version)); // somebody was faster
      await this.audit(sql, 'agent.updated', after, author, { fields: Object.keys(change) });
    });
    return after;
  }

  /**
   * Takes an agent away. One that has conversations is unpublished instead, so that these stay readable.
   *
   * @throws AgentNotFound, PreconditionFailed
   */
  async delete(id: string, ifMatch: string | undefined, author: Author): Promise<void> {
    const agent = await this.find(id);
    requireMatch(ifMatch, entityTag(agent.version));
    try {
      await this.db.transaction(async (sql, manager) => {
        await manager.delete(Agent, { id });
        await this.audit(sql, 'agent.deleted', agent, author, { slug: agent.slug });
      });
    } catch (error) {
      if (!isViolation(error, FOREIGN_KEY_VIOLATION)) throw error;
      await this.update(id, { status: 'draft' }, undefined, author);
    }
  }

  private audit(sql: Sql, action: string, { id }: Agent, { actor, requestId }: Author, details: Record<string, unknown>): Promise<void> {
    return writeAuditEvent(sql, { tenantId: this.db.tenant.id, actor, action, target: { kind: 'agent', id }, details, requestId });
  }
}

function isViolation(error: unknown, code: string): boolean {
  return (error as { code?: string } | null)?.code === code;
}
