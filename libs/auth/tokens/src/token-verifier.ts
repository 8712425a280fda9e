import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ControlChannel, ControlDatabase } from '@salient/platform';
import { LRUCache } from 'lru-cache';
import { apiTokens, tokenStatus, type ApiToken } from './api-token.store.js';
import { isAllowedAddress } from './allowed-networks.js';
import { Principal } from './principal.js';
import { Forbidden, TokenExpired, TokenInvalid, TokenRevoked, TokensUnavailable } from './token.errors.js';
import { hashToken, parseToken, sameHash } from './token-format.js';

interface CachedToken {
  readonly token: ApiToken | null;
  readonly readAt: number;
}

const TOKENS_MAX = 20_000;
/** How old a cached token may be while the listener is alive and would have told of a change, and while it is not. */
const TTL_MS = { heard: 60_000, deaf: 5_000 };
const TOUCH_MS = 5 * 60_000;

/**
 * Verifies API tokens. A mistyped one is refused by its checksum alone; a known one costs no statement. A token that was
 * deleted stops within a second on every process, or within five while the listener is down.
 */
@Injectable()
export class TokenVerifier implements OnModuleInit {
  private readonly cache = new LRUCache<string, CachedToken>({ max: TOKENS_MAX });
  private readonly reading = new Map<string, Promise<ApiToken | null>>();
  private readonly touched = new LRUCache<string, true>({ max: TOKENS_MAX, ttl: TOUCH_MS });

  constructor(
    private readonly control: ControlDatabase,
    private readonly channel: ControlChannel,
  ) {}

  onModuleInit(): void {
    this.channel.subscribe('token', ({ key }) => {
      this.cache.delete(key);
      this.reading.delete(key);
    });
    this.channel.onResync(() => {
      this.cache.clear();
      this.reading.clear();
    });
  }

  /**
   * @param address of the client, for a token that is bound to networks
   * @throws TokenInvalid, TokenRevoked, TokenExpired, Forbidden, or TokensUnavailable when nobody can tell
   */
  async verify(text: string, address: string): Promise<Principal> {
    const parsed = parseToken(text);
    if (!parsed) throw new TokenInvalid();
    const token = await this.find(parsed.ref);
    if (!token || token.kind !== parsed.kind || !sameHash(token.token_hash, hashToken(text))) throw new TokenInvalid();
    const status = tokenStatus(token);
    if (status === 'revoked') throw new TokenRevoked();
    if (status === 'expired') throw new TokenExpired();
    if (!isAllowedAddress(token.allowed_ips, address)) throw new Forbidden('The token may not be used from this address.');
    this.noteUse(token.id);
    return principalOf(token);
  }

  private async find(ref: string): Promise<ApiToken | null> {
    const cached = this.cache.get(ref);
    const ttlMs = this.channel.healthy ? TTL_MS.heard : TTL_MS.deaf;
    if (cached && Date.now() - cached.readAt < ttlMs) return cached.token;
    try {
      return await this.read(ref);
    } catch (error) {
      throw new TokensUnavailable(error);
    }
  }

  /** Single flight; a read that a change has overtaken answers its caller but is not kept. */
  private read(ref: string): Promise<ApiToken | null> {
    const running = this.reading.get(ref);
    if (running) return running;
    const reading: Promise<ApiToken | null> = apiTokens
      .findByRef(this.control, ref)
      .then((token) => {
        if (this.reading.get(ref) === reading) this.cache.set(ref, { token, readAt: Date.now() });
        return token;
      })
      .finally(() => {
        if (this.reading.get(ref) === reading) this.reading.delete(ref);
      });
    this.reading.set(ref, reading);
    return reading;
  }

  /** `last_used_at` is a convenience: it never delays or fails a request. */
  private noteUse(id: string): void {
    if (this.touched.has(id)) return;
    this.touched.set(id, true);
    apiTokens.touch(this.control, id).catch(() => this.touched.delete(id));
  }
}

function principalOf(token: ApiToken): Principal {
  return new Principal({
    kind: token.kind,
    tokenId: token.id,
    tenantId: token.tenant_id,
    scopes: token.scopes,
    agents: token.agents,
    sessionId: null,
    allowedOrigins: token.allowed_origins,
    lineageId: token.lineage_id ?? token.id,
    limits: token.limits,
    budget: token.budget,
  });
}
