import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'redis';
import { WINDOW_MS, type RateLease, type RateLedger, type RateRule } from './rate-ledger.js';

const PREFIX = 'salient:rate:';
/** How long a turn waits for Redis, the connection included. */
const ANSWER_MS_MAX = 1_000;
/** For how long nobody asks a Redis again that did not answer. */
const AWAY_MS = 1_000;

type Client = ReturnType<typeof clientFor>;

/**
 * The ledger in Redis: one round trip for each turn, so nobody holds turns that others could begin. A connection on which an answer
 * fails to come is given up: the client would wait for it for ever, and everything behind it too.
 */
export class RedisRateLedger implements RateLedger {
  private client: Client | undefined;
  private connecting: Promise<unknown> | undefined;
  private awayUntil = 0;

  constructor(private readonly url: string) {}

  /** To ask is cheap here, and what nobody begins unasked is counted exactly. */
  unasked(): number {
    return 0;
  }

  async lease(rule: RateRule, begun: number, wanted: number): Promise<RateLease> {
    if (performance.now() < this.awayUntil) throw new Error('Redis is away.');
    const client = this.connected();
    try {
      return await inTime(this.count(client, rule, begun + wanted, wanted));
    } catch (error) {
      if (this.client === client) this.giveUp();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.giveUp();
  }

  private async count(client: Client, { key, turnsPerMinute }: RateRule, turns: number, wanted: number): Promise<RateLease> {
    await this.connecting;
    const name = PREFIX + key;
    const [, used, ttlMs] = await client
      .multi()
      .set(name, '0', { condition: 'NX', expiration: { type: 'PX', value: WINDOW_MS } })
      .incrBy(name, turns)
      .pTTL(name)
      .exec();
    const over = Math.max(0, Number(used) - turnsPerMinute);
    const granted = Math.max(0, wanted - over);
    return { granted, remaining: Math.max(0, turnsPerMinute - Number(used)), endsInMs: Math.max(0, Number(ttlMs)) };
  }

  private connected(): Client {
    if (this.client?.isOpen) return this.client;
    const client = clientFor(this.url);
    this.client = client;
    this.connecting = client.connect();
    this.connecting.catch(() => undefined); // whoever waits for it is told
    return client;
  }

  private giveUp(): void {
    const { client } = this;
    this.client = undefined;
    this.awayUntil = performance.now() + AWAY_MS;
    if (client?.isOpen) client.destroy();
  }
}

/** It does not reconnect by itself: the next turn does. */
function clientFor(url: string) {
  const client = createClient({ url, disableOfflineQueue: true, socket: { reconnectStrategy: false, connectTimeout: ANSWER_MS_MAX } });
  client.on('error', () => undefined); // whoever asks is told
  return client;
}

async function inTime<Result>(answer: Promise<Result>): Promise<Result> {
  const timer = new AbortController();
  const silence = wait(ANSWER_MS_MAX, undefined, { signal: timer.signal, ref: false }).then(() => {
    throw new Error('Redis did not answer in time.');
  });
  silence.catch(() => undefined); // the answer came first
  answer.catch(() => undefined); // or it comes too late
  try {
    return await Promise.race([answer, silence]);
  } finally {
    timer.abort();
  }
}
