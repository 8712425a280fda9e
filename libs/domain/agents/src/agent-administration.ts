import type { AgentContent } from '@salient/contracts/admin';
import { entityTag, requireMatch, writeAuditEvent, type AuditEvent, type Sql } from '@salient/platform';
import { type TenantDb } from '@salient/tenancy';
import { IsNull, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AgentSlugTaken } from './agent-administration.errors.js';
import { contentOf, CONTENT_DEFAULTS, fieldsOf } from './agent-content.js';
import { agentDrafts } from './agent-drafts.js';
import { agentVersions } from './agent-versions.js';
import { Agent } from './agent.entity.js';
import { AgentNotFound } from './agent.errors.js';

export type Author = Pick<AuditEvent, 'actor' | 'requestId'>;

/** An agent, and the changes to it that wait to be published. */
export interface AgentState {
  readonly agent: Agent;
  readonly draft: AgentContent | null;
}

interface Edit extends AgentState {
  readonly sql: Sql;
}

/** What an edit leaves behind. */
interface Edited {
  readonly content?: AgentContent;
  readonly status?: Agent['status'];
  /** Publishes what it leaves as a new version, which may bring an older one back. */
  readonly publishes?: { readonly restores: number | null };
  readonly draft: AgentContent | null;
  readonly action: string;
  readonly details?: Record<string, unknown>;
}

const UNIQUE_VIOLATION = '23505';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Makes and changes the agents of the current account. `agents` holds what visitors meet; each publication is kept as a
 * version, and one draft may wait beside it. Each change is audited in its own transaction.
 */
export class AgentAdministration {
  constructor(private readonly db: TenantDb) {}

  /** The newest first, `limit` at most, older than the agent with the id `before`; with whether each has a draft. */
  async page({ limit, before }: { readonly limit: number; readonly before: string | null }): Promise<(Agent & { hasDraft: boolean })[]> {
    const query = this.db.repository(Agent).createQueryBuilder('agent').where('agent.deletedAt IS NULL');
    if (before !== null) query.andWhere('agent.id < :before', { before });
    const agents = await query.orderBy('agent.id', 'DESC').limit(limit).getMany();
    const drafted = await agentDrafts.among(
      this.db,
      agents.map(({ id }) => id),
    );
    return agents.map((agent) => Object.assign(agent, { hasDraft: drafted.has(agent.id) }));
  }

  /** @throws AgentNotFound */
  async find(id: string): Promise<AgentState> {
    const agent = UUID.test(id) ? await this.db.repository(Agent).findOneBy({ id, deletedAt: IsNull() }) : null;
    if (!agent) throw new AgentNotFound(id);
    return { agent, draft: await agentDrafts.find(this.db, id) };
  }

  /** @throws AgentSlugTaken */
  async create(slug: string, given: Partial<AgentContent>, isDraft: boolean, author: Author): Promise<AgentState> {
    const now = new Date();
    const created = Object.assign(new Agent(), fieldsOf({ ...CONTENT_DEFAULTS, ...given }), {
      id: uuidv7(),
      slug,
      status: isDraft ? 'draft' : 'published',
      version: isDraft ? 0 : 1,
      revision: 1,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    } as const);
    await this.db
      .transaction(async (sql, manager) => {
        await manager.insert(Agent, created);
        if (!isDraft) await agentVersions.keep(sql, created.id, author.actor, null);
        await this.audit(sql, 'agent.created', created, author, { slug, status: created.status });
      })
      .catch((error: unknown) => {
        throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new AgentSlugTaken(slug) : error;
      });
    return { agent: created, draft: null };
  }

  /**
   * Changes what the agent is and publishes it, or keeps the change as its draft. A published agent stays as it is while
   * its draft grows; one that is not published is its own draft.
   *
   * @param ifMatch the tag of the revision that the caller has seen, if he says
   * @throws AgentNotFound, PreconditionFailed
   */
  update(id: string, change: Partial<AgentContent>, isDraft: boolean | undefined, ifMatch: string | undefined, author: Author) {
    return this.edit(id, ifMatch, author, ({ agent, draft }) => {
      const details = { fields: Object.keys(change), draft: isDraft ?? false };
      const staysDraft = isDraft ?? agent.status === 'draft';
      if (staysDraft && agent.status === 'published')
        return { draft: { ...(draft ?? contentOf(agent)), ...change }, action: 'agent.draft_saved', details };
      const content = { ...contentOf(agent), ...change };
      return staysDraft
        ? { content, draft, action: 'agent.draft_saved', details }
        : { content, draft, status: 'published', publishes: { restores: null }, action: 'agent.updated', details };
    });
  }

  /** Publishes the draft, or an agent that is not published; one that is, and has no draft, stays as it is. */
  publish(id: string, ifMatch: string | undefined, author: Author): Promise<AgentState> {
    return this.edit(id, ifMatch, author, ({ agent, draft }) =>
      agent.status === 'published' && draft === null
        ? null
        : {
            content: draft ?? contentOf(agent),
            draft: null,
            status: 'published',
            publishes: { restores: null },
            action: 'agent.published',
          },
    );
  }

  /** Takes the agent from visitors; what it is, its draft included, stays to be published again. */
  unpublish(id: string, ifMatch: string | undefined, author: Author): Promise<AgentState> {
    return this.edit(id, ifMatch, author, ({ agent, draft }) =>
      agent.status === 'draft' ? null : { content: draft ?? contentOf(agent), draft: null, status: 'draft', action: 'agent.unpublished' },
    );
  }

  /**
   * Publishes an earlier version again, under a new number. A draft stays.
   *
   * @throws VersionNotFound
   */
  rollBack(id: string, version: number, ifMatch: string | undefined, author: Author): Promise<AgentState> {
    return this.edit(id, ifMatch, author, async ({ sql, draft }) => {
      const { content } = await agentVersions.get(sql, id, version);
      const details = { restores: version };
      return { content, draft, status: 'published', publishes: { restores: version }, action: 'agent.rolled_back', details };
    });
  }

  /** Throws the draft away. */
  discardDraft(id: string, ifMatch: string | undefined, author: Author): Promise<AgentState> {
    return this.edit(id, ifMatch, author, ({ draft }) => (draft === null ? null : { draft: null, action: 'agent.draft_discarded' }));
  }

  /**
   * Takes an agent away and frees its slug. Its conversations stay readable, and turns that run come to their end.
   *
   * @throws AgentNotFound, PreconditionFailed
   */
  async delete(id: string, ifMatch: string | undefined, author: Author): Promise<void> {
    await this.db.transaction(async (sql, manager) => {
      const agent = await this.lock(manager, id, ifMatch);
      const change = { status: 'draft', deletedAt: new Date(), slug: `${agent.slug}~${id}`, revision: agent.revision + 1 } as const;
      await manager.update(Agent, { id }, change);
      await agentDrafts.put(sql, id, null);
      await this.audit(sql, 'agent.deleted', agent, author, { slug: agent.slug });
    });
  }

  /** @param work says what becomes of the agent; null for nothing */
  private async edit(
    id: string,
    ifMatch: string | undefined,
    author: Author,
    work: (edit: Edit) => Promise<Edited | null> | Edited | null,
  ): Promise<AgentState> {
    return this.db.transaction(async (sql, manager) => {
      const agent = await this.lock(manager, id, ifMatch);
      const draft = await agentDrafts.find(sql, id);
      const edited = await work({ agent, draft, sql });
      if (edited === null) return { agent, draft };
      const { content, status = agent.status, publishes, action, details } = edited;
      const after = Object.assign(new Agent(), agent, content ? fieldsOf(content) : {}, {
        status,
        version: agent.version + (publishes ? 1 : 0),
        revision: agent.revision + 1,
        updatedAt: new Date(),
      });
      await manager.update(Agent, { id }, after);
      if (edited.draft !== draft) await agentDrafts.put(sql, id, edited.draft);
      if (publishes) await agentVersions.keep(sql, id, author.actor, publishes.restores);
      await this.audit(sql, action, after, author, { ...details, version: after.version });
      return { agent: after, draft: edited.draft };
    });
  }

  private async lock(manager: EntityManager, id: string, ifMatch: string | undefined): Promise<Agent> {
    const where = { id, deletedAt: IsNull() };
    const agent = UUID.test(id) ? await manager.findOne(Agent, { where, lock: { mode: 'pessimistic_write' } }) : null;
    if (!agent) throw new AgentNotFound(id);
    requireMatch(ifMatch, entityTag(agent.revision));
    return agent;
  }

  private audit(sql: Sql, action: string, { id }: Agent, { actor, requestId }: Author, details: Record<string, unknown>): Promise<void> {
    return writeAuditEvent(sql, { tenantId: this.db.tenant.id, actor, action, target: { kind: 'agent', id }, details, requestId });
  }
}
