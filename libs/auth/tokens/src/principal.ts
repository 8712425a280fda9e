import type { TokenBudget, TokenLimits, TokenScope } from '@salient/contracts/admin';
import { Forbidden, OriginNotAllowed, ScopeMissing, SessionOutOfReach } from './token.errors.js';
import type { TokenKind } from './token-format.js';

/** What a principal is made of; plain data, so that it can be kept and be made again. */
export interface PrincipalFields {
  /** `session`: a visitor, who holds the token of one conversation. */
  readonly kind: TokenKind | 'session';
  /** Null for a visitor. */
  readonly tokenId: string | null;
  readonly tenantId: string;
  readonly scopes: readonly TokenScope[];
  /** Slugs of the agents that it may reach; null for all. */
  readonly agents: readonly string[] | null;
  /** The one conversation of a visitor; null for a token. */
  readonly sessionId: string | null;
  /** The pages that a publishable token may be used from. */
  readonly allowedOrigins: readonly string[];
  /**
   * The first token of the line that rolls made: what is counted over days, such as money, is counted under it. A visitor's is
   * that of the token that began the conversation; null when the hosted page did.
   */
  readonly lineageId: string | null;
  /** Its own limits; null when it has none. */
  readonly limits: TokenLimits | null;
  /** What it may spend; null when it has no budget of its own. */
  readonly budget: TokenBudget | null;
}

/** Who calls, and what the token allows: an API token, or the session token of a visitor. */
export class Principal implements PrincipalFields {
  /** Stable for the life of the token or the session. */
  readonly id: string;

  readonly kind: PrincipalFields['kind'];
  readonly tokenId: string | null;
  readonly tenantId: string;
  readonly scopes: readonly TokenScope[];
  readonly agents: readonly string[] | null;
  readonly sessionId: string | null;
  readonly allowedOrigins: readonly string[];
  readonly lineageId: string | null;
  readonly limits: TokenLimits | null;
  readonly budget: TokenBudget | null;

  constructor(readonly fields: PrincipalFields) {
    this.kind = fields.kind;
    this.tokenId = fields.tokenId;
    this.tenantId = fields.tenantId;
    this.scopes = fields.scopes;
    this.agents = fields.agents;
    this.sessionId = fields.sessionId;
    this.allowedOrigins = fields.allowedOrigins;
    this.lineageId = fields.lineageId;
    this.limits = fields.limits;
    this.budget = fields.budget;
    this.id = fields.sessionId === null ? `token:${fields.tokenId}` : `session:${fields.sessionId}`;
  }

  /**
   * Tells one caller's repeats from another's. Everybody who opens a page holds its publishable token, so there the address
   * is part of who calls: nobody is given the conversation of another by choosing the same key.
   */
  repeatsUnder(addressDigest: () => string): string {
    return this.kind === 'pk' ? `${this.id}/${addressDigest()}` : this.id;
  }

  /** @throws ScopeMissing */
  requireScope(scope: TokenScope): void {
    if (!this.scopes.includes(scope)) throw new ScopeMissing(scope);
  }

  /** @throws Forbidden when the token is bound to other agents, SessionOutOfReach when the visitor talks with another one */
  requireAgent(slug: string): void {
    if (this.agents === null || this.agents.includes(slug)) return;
    throw this.kind === 'session' ? new SessionOutOfReach() : new Forbidden('The token may not reach this agent.');
  }

  /**
   * @param origin the page that a browser calls from; servers send none
   * @throws OriginNotAllowed
   */
  requireOrigin(origin: string | undefined): void {
    if (this.kind === 'pk' && origin !== undefined && !this.allowedOrigins.includes(origin)) throw new OriginNotAllowed();
  }

  /** @throws Forbidden for a visitor: conversations are opened by tokens */
  requireApiToken(): void {
    if (this.kind === 'session') throw new Forbidden('A session token reaches its own conversation, and opens no other.');
  }

  /**
   * A publishable token is known to every visitor of a page: it may begin conversations and reach none that exists.
   *
   * @throws Forbidden
   */
  requireSecret(): void {
    if (this.kind === 'pk') throw new Forbidden('A publishable token may begin a conversation, but not continue or read one.');
  }

  /**
   * Continuing, reading and ending a conversation takes a secret: its own session token, or a server's.
   *
   * @throws Forbidden, or SessionOutOfReach when it is another visitor's
   */
  requireSession(sessionId: string): void {
    this.requireSecret();
    if (this.sessionId !== null && this.sessionId !== sessionId) throw new SessionOutOfReach();
  }
}
