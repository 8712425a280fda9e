import { Injectable } from '@nestjs/common';
import { AgentNotFound } from '@salient/domain/agents';
import { TenantDb } from '@salient/tenancy';

/** A chat as its client knows it. The id is the client's own, so it names a chat only together with who calls. */
export interface UiChat {
  readonly agentSlug: string;
  readonly principal: string;
  readonly chatId: string;
}

/** Which session a chat of a client is, and which of its turns runs. */
@Injectable()
export class UiChats {
  constructor(private readonly db: TenantDb) {}

  /** Null before the chat's first turn, and after its session was erased. */
  async sessionOf({ agentSlug, principal, chatId }: UiChat): Promise<string | null> {
    const [row] = await this.db.query<{ session_id: string }>(
      `SELECT c.session_id FROM ui_chats c JOIN agents a ON a.id = c.agent_id
       WHERE a.slug = $1 AND c.principal = $2 AND c.chat_id = $3`,
      [agentSlug, principal, chatId],
    );
    return row?.session_id ?? null;
  }

  /** Notes the session of a chat. The first one counts: of two requests that begin a chat at once, both have one to name. */
  async bind({ agentSlug, principal, chatId }: UiChat, sessionId: string): Promise<void> {
    await this.db.query(
      `INSERT INTO ui_chats (agent_id, principal, chat_id, session_id) SELECT id, $2, $3, $4 FROM agents WHERE slug = $1
       ON CONFLICT DO NOTHING`,
      [agentSlug, principal, chatId, sessionId],
    );
  }

  /**
   * The turn that runs now; null when there is none.
   *
   * @param sessionId where it is known; null for the session that the chat is bound to
   * @throws AgentNotFound
   */
  async runningTurn({ agentSlug, principal, chatId }: UiChat, sessionId: string | null): Promise<string | null> {
    const [row] = await this.db.query<{ id: string | null }>(
      `SELECT m.id FROM agents a
       LEFT JOIN ui_chats c ON c.agent_id = a.id AND c.principal = $2 AND c.chat_id = $3
       LEFT JOIN sessions s ON s.agent_id = a.id AND s.id = coalesce($4::uuid, c.session_id)
       LEFT JOIN messages m ON m.session_id = s.id AND m.role = 'assistant' AND m.status = 'running'
       WHERE a.slug = $1 AND a.status = 'published'`,
      [agentSlug, principal, chatId, sessionId],
    );
    if (!row) throw new AgentNotFound(agentSlug);
    return row.id;
  }

  /** The message of a session that a client knows by this id: one that it sent, or one that it was shown. Null when there is none. */
  async messageSentAs(sessionId: string, id: string, clientMessageId: string): Promise<string | null> {
    const [row] = await this.db.query<{ id: string }>(
      `SELECT id FROM messages WHERE session_id = $1 AND role = 'user' AND (client_message_id = $2 OR id::text = $3)`,
      [sessionId, clientMessageId, id],
    );
    return row?.id ?? null;
  }
}
