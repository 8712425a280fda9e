import type { PinoLogger } from 'nestjs-pino';
import { createClient } from 'redis';
import { RateLimited } from '../limits.errors.js';
import { RateLimiter } from './rate-limiter.js';
import { RedisRateLedger } from './redis-rate-ledger.js';
import { startRedis, type Redis } from './testing/redis.js';

const PROCESSES = 3;
const silent = { warn: () => undefined } as unknown as PinoLogger;

describe('rates that are counted in a real Redis', () => {
  let redis: Redis;
  let ledgers: RedisRateLedger[];
  beforeAll(async () => (redis = await startRedis()));
  beforeEach(() => void (ledgers = Array.from({ length: PROCESSES }, () => new RedisRateLedger(redis.url))));
  afterEach(() => Promise.all(ledgers.map((ledger) => ledger.close())));
  afterAll(() => redis.kill());

  const ruleOf = (turnsPerMinute: number) => ({ name: 'token', key: `token:${Math.random()}`, turnsPerMinute });
  /** Tries so many turns at once, on one process after the other; how many began. */
  async function begun(turns: number, rule: ReturnType<typeof ruleOf>): Promise<number> {
    const limiters = ledgers.map((ledger) => new RateLimiter(ledger, silent));
    const tries = Array.from({ length: turns }, async (_, index) => {
      try {
        await limiters[index % PROCESSES]!.take([rule]);
        return 1;
      } catch (error) {
        expect(error).toBeInstanceOf(RateLimited);
        return 0;
      }
    });
    return (await Promise.all(tries)).reduce<number>((sum, one) => sum + one, 0);
  }

  it.each([1, 7, 19, 200])('let exactly %i turns begin, however many processes are asked at once', async (limit) => {
    expect(await begun(limit * 3, ruleOf(limit))).toBe(limit);
  });

  it('begin anew when their minute is over, and leave nothing behind', async () => {
    const rule = ruleOf(3);
    await begun(10, rule);
    const client = await createClient({ url: redis.url }).connect();
    const key = `salient:rate:${rule.key}`;
    const ttlMs = await client.pTTL(key);
    expect(ttlMs > 0 && ttlMs <= 60_000).toBe(true);
    await client.pExpire(key, 0);
    expect(await begun(10, rule)).toBe(3);
    client.destroy();
  });

  it('are held by each process alone while Redis hangs, and together again afterwards', async () => {
    await begun(30, ruleOf(10)); // all are connected
    redis.pause();
    const begunAt = performance.now();
    expect(await begun(30, ruleOf(4))).toBe(PROCESSES * 4);
    expect(performance.now() - begunAt).toBeGreaterThan(900); // they have waited, and not for ever
    redis.resume();
    let together: number;
    do together = await begun(30, ruleOf(4));
    while (together > 4); // nobody asks for a second after it was away
    expect(together).toBe(4);
  });
});
