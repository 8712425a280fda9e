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
  /** A change of it may have been missed. */
  isDoubted: boolean;
}

const TOKENS_MAX = 20_000;
/** How old a cached token may be while the listener is alive and would have told of a change, and while it is not. */
const TTL_MS = { heard: 60_000, deaf: 5_000 };
/** For how long a token that was good is believed while nobody can tell: revoking one needs the control database as well. */
const TRUST_MS = 15 * 60_000;
const TOUCH_MS = 5 * 60_000;

/**
 * Verifies API tokens. A mistyped one is refused by its checksum alone; a known one costs no statement. A token that was
 * deleted stops within a second on every process, or within five while the listener is down. While the control database is
 * away, tokens that are known to be good stay so for a quarter of an hour.
 */
@Injectable()
export class TokenVerifier implements OnModuleInit {
  private readonly cache = new LRUCache<string, CachedToken>({ max: TOKENS_MAX });
  private readonly reading = new Map<string, Promise<ApiToken | null>>();
  private isAway = false;
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
      for (const cached of this.cache.values()) cached.isDoubted = true;
      this.reading.clear();
      this.isAway = false;
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
    if (cached && !cached.isDoubted && performance.now() - cached.readAt < ttlMs) return cached.token;
    const reading = this.read(ref);
    const remembered = this.isAway ? this.known(ref) : null;
    if (remembered) {
      reading.catch(() => undefined); // whether the database is back is found out in the background
      return remembered;
    }
    try {
      return await reading;
    } catch (error) {
      const known = this.known(ref); // asked again: a change takes it away
      if (known) return known;
      throw new TokensUnavailable(error);
    }
  }

  /** What may stand for an answer that cannot be had. */
  private known(ref: string): ApiToken | null {
    const cached = this.cache.get(ref);
    return cached && performance.now() - cached.readAt < TRUST_MS ? cached.token : null;
  }

  /** Single flight; what a change has overtaken is read again. */
  private read(ref: string): Promise<ApiToken | null> {
    const running = this.reading.get(ref);
    if (running) return running;
    const reading: Promise<ApiToken | null> = apiTokens
      .findByRef(this.control, ref)
      .then((token) => {
        this.isAway = false;
        if (this.reading.get(ref) !== reading) return this.read(ref);
        this.cache.set(ref, { token, readAt: performance.now(), isDoubted: false });
        return token;
      })
      .catch((error: unknown) => {
        this.isAway = true;
        throw error;
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
