import { Injectable } from '@nestjs/common';
import { SessionTokens, TokenInvalid, type Principal } from '@salient/auth/tokens';
import { SessionService, TurnRates, TurnService, type StoredMessage } from '@salient/domain/chat';
import { TenantDb } from '@salient/tenancy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

/** What a visitor of the page holds of his conversation. */
export interface PageSession {
  readonly session_id: string;
  readonly session_token: string;
  readonly expires_at: string;
}

export interface PageMessageRequest {
  readonly agent: string;
  readonly message: string;
  readonly clientMessageId: string | null;
  /** Null for the first message of a conversation. */
  readonly sessionToken: string | null;
}

/** As much of a conversation as the page shows that runs no script. */
const MESSAGES_SHOWN_MAX = 100;
/** Under whom the conversations of the page are kept: nobody's token. */
const PAGE = 'page';

/** The conversations of the hosted page: it opens them by itself. Needs `TenantDb` to reach the account. */
@Injectable()
export class PageConversations {
  constructor(
    private readonly db: TenantDb,
    private readonly sessions: SessionService,
    private readonly turns: TurnService,
    private readonly rates: TurnRates,
    private readonly tokens: SessionTokens,
  ) {}

  /** @throws RateLimited when this address has opened too many */
  async open(agent: string, { ip }: FastifyRequest): Promise<PageSession> {
    await this.rates.takeAddress(ip);
    return this.sessionOf(agent, await this.sessions.open(agent, PAGE));
  }

  /**
   * Answers a message and waits for the answer's end. The same message under the same id again, as a browser that reloads
   * sends it, finds the answer that there is.
   *
   * @throws TokenInvalid, TokenExpired, SessionNotFound, TurnInProgress, RateLimited, and what else refuses a turn
   */
  async say({ agent, message, clientMessageId, sessionToken }: PageMessageRequest, reply: FastifyReply): Promise<PageSession> {
    const { ip } = reply.request;
    const visitor = sessionToken === null ? null : this.visitor(agent, sessionToken);
    const { turn } = await this.turns.begin({
      agentSlug: agent,
      message,
      sessionId: visitor?.sessionId ?? null,
      metadata: {},
      principal: visitor?.id ?? `${PAGE}/${createHash('sha256').update(ip).digest('hex').slice(0, 16)}`,
      // Who has no session yet is limited by the address, as with a publishable token.
      caller: {
        kind: visitor ? 'session' : 'pk',
        lineageId: visitor?.lineageId ?? null,
        limits: null,
        budget: null,
        address: ip,
        tell: ignore,
      },
      clientMessageId,
      idempotency: null,
      watched: false,
    });
    await this.turns.settled(turn);
    return this.sessionOf(agent, turn.head.sessionId, visitor?.lineageId ?? null);
  }

  /** The conversation, oldest message first. */
  async messages({ session_id: id }: PageSession): Promise<StoredMessage[]> {
    return (await this.sessions.messages(id, MESSAGES_SHOWN_MAX, null)).reverse();
  }

  /**
   * What a visitor holds already.
   *
   * @throws TokenInvalid, TokenExpired
   */
  resumed(agent: string, sessionToken: string): PageSession {
    const { sessionId, lineageId } = this.visitor(agent, sessionToken);
    return this.sessionOf(agent, sessionId!, lineageId);
  }

  /** @throws TokenInvalid, TokenExpired, SessionNotFound */
  async erase(agent: string, sessionToken: string): Promise<void> {
    await this.sessions.erase(agent, this.visitor(agent, sessionToken).sessionId!);
  }

  private visitor(agent: string, token: string): Principal {
    const visitor = this.tokens.verify(token);
    if (visitor.tenantId !== this.db.tenant.id) throw new TokenInvalid();
    visitor.requireAgent(agent);
    return visitor;
  }

  private sessionOf(agentSlug: string, sessionId: string, lineageId: string | null = null): PageSession {
    const { token, expiresAt } = this.tokens.mint({ tenantId: this.db.tenant.id, agentSlug, sessionId, lineageId });
    return { session_id: sessionId, session_token: token, expires_at: expiresAt.toISOString() };
  }
}

const ignore = () => undefined;
