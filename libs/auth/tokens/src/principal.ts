import type { TokenBudget, TokenLimits, TokenScope } from '@salient/contracts/admin';
import { Forbidden, ScopeMissing } from './token.errors.js';
import type { TokenKind } from './token-format.js';

/** What a principal is made of. */
export interface PrincipalFields {
  readonly kind: TokenKind;
  readonly tokenId: string;
  readonly tenantId: string;
  readonly scopes: readonly TokenScope[];
  readonly agents: readonly string[] | null;
  readonly lineageId: string;
  readonly limits: TokenLimits | null;
  readonly budget: TokenBudget | null;
}

/** Who calls with an API token, and what the token allows. */
export class Principal implements PrincipalFields {
  /** Tells one caller's repeats from another's; stable for the token's life. */
  readonly id: string;
  readonly kind: TokenKind;
  readonly tokenId: string;
  readonly tenantId: string;
  readonly scopes: readonly TokenScope[];
  /** Slugs of the agents that it may reach; null for all. */
  readonly agents: readonly string[] | null;
  /** The first token of the line that rolls made: what is counted over days, such as money, is counted under it. */
  readonly lineageId: string;
  /** Its own limits; null when it has none. */
  readonly limits: TokenLimits | null;
  /** What it may spend; null when it has no budget of its own. */
  readonly budget: TokenBudget | null;

  constructor(fields: PrincipalFields) {
    this.id = `token:${fields.tokenId}`;
    this.kind = fields.kind;
    this.tokenId = fields.tokenId;
    this.tenantId = fields.tenantId;
    this.scopes = fields.scopes;
    this.agents = fields.agents;
    this.lineageId = fields.lineageId;
    this.limits = fields.limits;
    this.budget = fields.budget;
  }

  /** @throws ScopeMissing */
  requireScope(scope: TokenScope): void {
    if (!this.scopes.includes(scope)) throw new ScopeMissing(scope);
  }

  /** @throws Forbidden when the token is bound to other agents */
  requireAgent(slug: string): void {
    if (this.agents !== null && !this.agents.includes(slug)) throw new Forbidden('The token may not reach this agent.');
  }

  /**
   * A publishable token is known to every visitor of a page: it may begin conversations and reach none that exists.
   *
   * @throws Forbidden
   */
  requireSecret(): void {
    if (this.kind === 'pk') throw new Forbidden('A publishable token may begin a conversation, but not continue or read one.');
  }
}
