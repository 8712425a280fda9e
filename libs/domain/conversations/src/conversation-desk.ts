import type { ConversationsExportQuery } from '@salient/contracts/admin';
import { writeAuditEvent, type AuditEvent } from '@salient/platform';
import type { TenantDb } from '@salient/tenancy';
import { conditionOf } from './conversation-filter.js';
import { ConversationNotFound } from './conversation.errors.js';
import { AGENT_SLUG, STATUS } from './sql-fragments.js';
import type { ConversationRow, MessageRow } from './conversation.rows.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Conversations that the export holds in memory at once. */
const EXPORT_PAGE = 20;

/** Conversations of the current account, as its admins read and erase them. */
export class ConversationDesk {
  constructor(private readonly db: TenantDb) {}

  /** The newest first, older than the conversation with the id `before`. */
  page(filter: ConversationsExportQuery, limit: number, before: string | null): Promise<ConversationRow[]> {
    const { sql, parameters } = conditionOf({ ...filter, before });
    return this.db.query<ConversationRow>(`${CONVERSATIONS} WHERE ${sql} ORDER BY s.id DESC LIMIT $${parameters.length + 1}`, [
      ...parameters,
      limit,
    ]);
  }

  /** @throws ConversationNotFound */
  async find(id: string): Promise<ConversationRow> {
    const { sql, parameters } = conditionOf({ id });
    const [row] = UUID.test(id) ? await this.db.query<ConversationRow>(`${CONVERSATIONS} WHERE ${sql}`, parameters) : [];
    if (!row) throw new ConversationNotFound();
    return row;
  }

  /** The newest first, older than the message with the number `before`. */
  messages(sessionId: string, limit: number, before: number | null): Promise<MessageRow[]> {
    return this.db.query<MessageRow>(
      `${MESSAGES} WHERE m.session_id = $1 AND ($2::bigint IS NULL OR m.seq < $2) ORDER BY m.seq DESC LIMIT $3`,
      [sessionId, before, limit],
    );
  }

  /** Every conversation that fits, the newest first, each whole: its messages in the order in which they were said. */
  async *export(filter: ConversationsExportQuery): AsyncGenerator<ConversationRow & { readonly messages: readonly MessageRow[] }> {
    for (let before: string | null = null; ;) {
      const rows: ConversationRow[] = await this.page(filter, EXPORT_PAGE, before);
      for (const row of rows) yield { ...row, messages: await this.allMessages(row.id) };
      before = rows.at(-1)?.id ?? null;
      if (rows.length < EXPORT_PAGE) return;
    }
  }

  /**
   * Erases what was said, for good. Of its turns only the numbers stay; a turn that runs is cut.
   *
   * @throws ConversationNotFound
   */
  async erase(id: string, { actor, requestId }: Pick<AuditEvent, 'actor' | 'requestId'>): Promise<void> {
    await this.find(id);
    await this.db.transaction(async (sql) => {
      const [erased] = await sql.query<{ agent_id: string }>('DELETE FROM sessions WHERE id = $1 RETURNING agent_id', [id]);
      if (!erased) throw new ConversationNotFound();
      await writeAuditEvent(sql, {
        tenantId: this.db.tenant.id,
        actor,
        action: 'conversation.erased',
        target: { kind: 'conversation', id },
        details: { agent_id: erased.agent_id },
        requestId,
      });
    });
  }

  private allMessages(sessionId: string): Promise<MessageRow[]> {
    return this.db.query<MessageRow>(`${MESSAGES} WHERE m.session_id = $1 ORDER BY m.seq`, [sessionId]);
  }
}

const CONVERSATIONS = `
  SELECT s.id, a.id AS agent_id, ${AGENT_SLUG} AS agent_slug, a.name AS agent_name, a.deleted_at IS NOT NULL AS agent_deleted,
    s.created_at, s.last_active_at, first.opening, first.preview, last.status, total.*
  FROM sessions s JOIN agents a ON a.id = s.agent_id
  LEFT JOIN LATERAL (
    SELECT left(m.content, 200) AS opening, m.metadata ? 'salient.preview' AS preview FROM messages m
    WHERE m.session_id = s.id AND m.role = 'user' ORDER BY m.seq LIMIT 1
  ) first ON true
  LEFT JOIN LATERAL (
    SELECT ${STATUS} AS status FROM messages m WHERE m.session_id = s.id AND m.role = 'assistant' ORDER BY m.seq DESC LIMIT 1
  ) last ON true
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS turns, count(*) FILTER (WHERE ${STATUS} = 'failed')::int AS failed_turns,
      count(*) FILTER (WHERE m.feedback = 'up')::int AS up, count(*) FILTER (WHERE m.feedback = 'down')::int AS down,
      sum(m.cost_amount)::text AS cost_amount, count(*) FILTER (WHERE m.cost_source = 'unknown')::int AS unknown_turns
    FROM messages m WHERE m.session_id = s.id AND m.role = 'assistant'
  ) total`;

const MESSAGES = `
  SELECT m.id, m.seq::int, m.parent_id, m.role, m.content, ${STATUS} AS status, m.finish_reason,
    CASE WHEN m.status <> ${STATUS} THEN 'worker_lost' ELSE m.failure_code END AS failure_code, m.superseded_at IS NOT NULL AS superseded,
    m.model, m.usage, m.cost_amount::text, m.cost_currency, m.cost_source, m.tools, m.citations, m.timings_ms,
    m.feedback, m.feedback_comment, m.feedback_at, m.metadata, m.created_at, m.completed_at
  FROM messages m`;
