import type { TokenScope } from '@salient/contracts/admin';
import { Forbidden, ScopeMissing } from './token.errors.js';
import type { TokenKind } from './token-format.js';

/** Who calls with an API token, and what the token allows. */
export class Principal {
  /** Tells one caller's repeats from another's; stable for the token's life. */
  readonly id: string;

  constructor(
    readonly kind: TokenKind,
    readonly tokenId: string,
    readonly tenantId: string,
    readonly scopes: readonly TokenScope[],
    /** Slugs of the agents that it may reach; null for all. */
    readonly agents: readonly string[] | null,
  ) {
    this.id = `token:${tokenId}`;
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
