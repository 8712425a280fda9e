import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ControlChannel, ControlDatabase } from '@salient/platform';
import { LRUCache } from 'lru-cache';
import { apiTokens } from './api-token.store.js';

const ACCOUNTS_MAX = 5_000;
const TTL_MS = 5_000;

/** The pages that an account's publishable tokens may be used from: whom its routes answer across origins. */
@Injectable()
export class AccountOrigins implements OnModuleInit {
  private readonly cache = new LRUCache<string, Promise<ReadonlySet<string>>>({ max: ACCOUNTS_MAX, ttl: TTL_MS });

  constructor(
    private readonly control: ControlDatabase,
    private readonly channel: ControlChannel,
  ) {}

  onModuleInit(): void {
    this.channel.subscribe('token', () => this.cache.clear());
    this.channel.onResync(() => this.cache.clear());
  }

  of(tenantId: string): Promise<ReadonlySet<string>> {
    const known = this.cache.get(tenantId);
    if (known) return known;
    const reading: Promise<ReadonlySet<string>> = apiTokens.origins(this.control, tenantId).then((origins) => new Set(origins));
    this.cache.set(tenantId, reading);
    reading.catch(() => this.cache.delete(tenantId));
    return reading;
  }
}
