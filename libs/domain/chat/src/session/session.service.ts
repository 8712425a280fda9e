import { Injectable } from '@nestjs/common';
import { AgentNotFound } from '@salient/domain/agents';
import type { Sql } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { MessageNotFound, SessionNotFound } from '../chat.errors.js';
import { TurnStore } from '../turn/turn-store.js';
import type { Feedback, StoredMessage } from './stored-message.js';

/** The conversations of an account: opening, reading and erasing them, and what visitors think of the answers. */
@Injectable()
export class SessionService {
  constructor(
    private readonly db: TenantDb,
    private readonly turns: TurnStore,
  ) {}

  /** @throws AgentNotFound */
  async open(agentSlug: string, principal: string, sql: Sql = this.db): Promise<string> {
    const [row] = await sql.query<{ id: string }>(
      `INSERT INTO sessions (id, agent_id, principal) SELECT $1, id, $3 FROM agents WHERE slug = $2 AND status = 'published' RETURNING id`,
      [uuidv7(), agentSlug, principal],
    );
    if (!row) throw new AgentNotFound(agentSlug);
    return row.id;
  }

  /** @throws SessionNotFound when this agent has none of that id */
  async require(agentSlug: string, sessionId: string): Promise<void> {
    const rows = await this.db.query('SELECT 1 FROM sessions s JOIN agents a ON a.id = s.agent_id WHERE s.id = $1 AND a.slug = $2', [
      sessionId,
      agentSlug,
    ]);
    if (rows.length === 0) throw new SessionNotFound();
  }

  /** The newest first, `limit` at most, older than `beforeSeq`: what is on the branch that the conversation took. */
  async messages(sessionId: string, limit: number, beforeSeq: string | null): Promise<StoredMessage[]> {
    const read = () => this.readMessages(sessionId, limit, beforeSeq);
    const messages = await read();
    const isRunning = messages.some(({ status }) => status === 'running');
    return isRunning && (await this.turns.reapExpired(sessionId)) ? read() : messages;
  }

  private readMessages(sessionId: string, limit: number, beforeSeq: string | null): Promise<StoredMessage[]> {
    return this.db.query<StoredMessage>(
      `SELECT id, seq, parent_id, role, content, status, finish_reason, failure_code, tools, citations, feedback, feedback_comment,
         created_at, completed_at
       FROM messages WHERE session_id = $1 AND superseded_at IS NULL AND ($2::bigint IS NULL OR seq < $2) ORDER BY seq DESC LIMIT $3`,
      [sessionId, beforeSeq, limit],
    );
  }

  /**
   * Erases a conversation with all that was said in it. A turn that still runs finds its row gone and stops.
   *
   * @throws SessionNotFound
   */
  async erase(agentSlug: string, sessionId: string): Promise<void> {
    const rows = await this.db.query(
      'DELETE FROM sessions s USING agents a WHERE a.id = s.agent_id AND s.id = $1 AND a.slug = $2 RETURNING s.id',
      [sessionId, agentSlug],
    );
    if (rows.length === 0) throw new SessionNotFound();
  }

  /**
   * Sets what the visitor thinks of an answer; the last word counts.
   *
   * @param withinSession the only session that the caller may reach; null for all
   * @throws MessageNotFound when it is no answer of this agent
   */
  async rate(
    agentSlug: string,
    messageId: string,
    { rating, comment }: Feedback,
    withinSession: string | null,
    sql: Sql = this.db,
  ): Promise<void> {
    const rows = await sql.query(
      `UPDATE messages m SET feedback = $3, feedback_comment = $4, feedback_at = now()
       FROM sessions s JOIN agents a ON a.id = s.agent_id
       WHERE m.id = $1 AND m.role = 'assistant' AND s.id = m.session_id AND a.slug = $2 AND ($5::uuid IS NULL OR s.id = $5) RETURNING m.id`,
      [messageId, agentSlug, rating, rating === null ? null : comment, withinSession],
    );
    if (rows.length === 0) throw new MessageNotFound();
  }
}
