import { createClient } from 'redis';
import { WINDOW_MS, type RateLease, type RateLedger, type RateRule } from './rate-ledger.js';

const PREFIX = 'salient:rate:';
const CONNECT_MS_MAX = 2_000;
const ANSWER_MS_MAX = 1_000;

/** The ledger in Redis: one round trip for each turn, so nobody holds turns that others could begin. */
export class RedisRateLedger implements RateLedger {
  private readonly client: ReturnType<typeof createClient>;
  private connecting: Promise<unknown> | undefined;

  constructor(url: string) {
    this.client = createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: CONNECT_MS_MAX } });
    this.client.on('error', () => undefined); // it reconnects by itself, and each lease tells when it cannot be had
  }

  async lease({ key, turnsPerMinute }: RateRule, begun: number, wanted: number): Promise<RateLease> {
    await this.connected();
    const name = PREFIX + key;
    const [, used, ttlMs] = await this.client
      .withAbortSignal(AbortSignal.timeout(ANSWER_MS_MAX))
      .multi()
      .set(name, '0', { condition: 'NX', expiration: { type: 'PX', value: WINDOW_MS } })
      .incrBy(name, begun + wanted)
      .pTTL(name)
      .exec();
    const over = Math.max(0, Number(used) - turnsPerMinute);
    const granted = Math.max(0, wanted - over);
    return { granted, remaining: Math.max(0, turnsPerMinute - Number(used)), endsInMs: Math.max(0, Number(ttlMs)) };
  }

  async close(): Promise<void> {
    await this.connecting?.catch(() => undefined);
    if (this.client.isOpen) this.client.destroy();
  }

  private async connected(): Promise<void> {
    if (this.client.isReady) return;
    if (this.client.isOpen) throw new Error('Redis is away.');
    this.connecting ??= this.client.connect().finally(() => (this.connecting = undefined));
    await this.connecting;
  }
}
