import type { ControlDatabase, Sql } from '@salient/platform';
import { testControlDatabase, type TestControlDatabase } from '@salient/platform/testing';
import type { PinoLogger } from 'nestjs-pino';
import { RateLimited } from '../limits.errors.js';
import { ControlRateLedger } from './control-rate-ledger.js';
import { rateHeaders } from './rate-headers.js';
import { RateLimiter } from './rate-limiter.js';
import { RedisRateLedger } from './redis-rate-ledger.js';
import { startFakeRedis } from './testing/fake-redis.js';

const silent = { warn: () => undefined } as unknown as PinoLogger;
const rule = (turnsPerMinute: number, key = `token:${Math.random()}`) => ({ name: 'token', key, turnsPerMinute });

describe('RateLimiter', () => {
  let database: TestControlDatabase;
  let statements = 0;
  let counted: Sql;
  beforeAll(async () => {
    database = await testControlDatabase();
    const control: ControlDatabase = database.control;
    counted = { query: (...call) => ((statements += 1), control.query(...call)) };
  });
  beforeEach(() => void (statements = 0));
  afterAll(() => database.close());

  const limiter = () => new RateLimiter(new ControlRateLedger(counted), silent);

  /** Tries so many turns in turn on each of the limiters, all at once or one after the other; how many began. */
  async function tryTurns(limiters: RateLimiter[], turns: number, of: ReturnType<typeof rule>, together = false): Promise<number> {
    let begun = 0;
    const tries = Array.from({ length: turns }, (_, index) => async () => {
      await limiters[index % limiters.length]!.take([of]).then(
        () => (begun += 1),
        (error: unknown) => expect(error).toBeInstanceOf(RateLimited),
      );
    });
    if (together) await Promise.all(tries.map((attempt) => attempt()));
    else for (const attempt of tries) await attempt();
    return begun;
  }

  it.each([1, 3, 10, 60, 250])('lets exactly %d turns a minute begin in one process', async (limit) => {
    expect(await tryTurns([limiter()], limit + 20, rule(limit))).toBe(limit);
    expect(await tryTurns([limiter()], limit + 20, rule(limit), true)).toBe(limit);
  });

  it.each([5, 10, 20, 60, 300])('holds a limit of %d over three processes within a tenth, and exactly below twenty', async (limit) => {
    for (const together of [false, true]) {
      const begun = await tryTurns([limiter(), limiter(), limiter()], limit * 2, rule(limit), together);
      expect(begun).toBeGreaterThanOrEqual(limit);
      expect(begun).toBeLessThanOrEqual(limit + 2 * Math.floor(limit / 20));
    }
  });

  it('costs the control database less than a tenth of a statement for each turn', async () => {
    expect(await tryTurns([limiter(), limiter()], 500, rule(1_000))).toBe(500);
    expect(statements).toBeLessThan(50);
    statements = 0;
    for (let caller = 0; caller < 20; caller++) await tryTurns([limiter()], 3, rule(60, `address:${caller}`));
    expect(statements).toBe(0);
  });

  it('asks nobody once the limit is reached, and says when to come back', async () => {
    const one = limiter();
    const two = rule(2);
    await tryTurns([one], 3, two);
    statements = 0;
    const refusal = await one.take([two]).catch((error: unknown) => error as RateLimited);
    expect(refusal).toMatchObject({ code: 'rate_limited', headers: { 'ratelimit-policy': '"token";q=2;w=60' } });
    expect((refusal as RateLimited).retryAfterSeconds).toBeGreaterThan(0);
    expect((refusal as RateLimited).retryAfterSeconds).toBeLessThanOrEqual(60);
    expect(statements).toBe(0);
  });

  it('takes a turn under all rules or under none', async () => {
    const one = limiter();
    const [wide, narrow] = [rule(5), rule(1)];
    await one.take([wide, narrow]);
    await expect(one.take([wide, narrow])).rejects.toThrow(RateLimited);
    expect(await tryTurns([one], 10, wide)).toBe(4);
  });

  it('counts anew when the minute is over', async () => {
    const of = rule(2);
    expect(await tryTurns([limiter()], 4, of)).toBe(2);
    await database.control.query(`UPDATE rate_windows SET ends_at = now() WHERE key = $1`, [of.key]);
    expect(await tryTurns([limiter()], 4, of)).toBe(2);
  });

  it('limits by itself while nobody can be asked', async () => {
    const away = { query: () => Promise.reject(new Error('away')) };
    expect(await tryTurns([new RateLimiter(new ControlRateLedger(away), silent)], 20, rule(7))).toBe(7);
  });

  it('tells what remains in the headers', async () => {
    const states = await limiter().take([rule(3)]);
    expect(rateHeaders(states)).toEqual({
      'ratelimit-policy': '"token";q=3;w=60',
      ratelimit: expect.stringMatching(/^"token";r=2;t=\d+$/),
    });
  });

  it('holds a limit over processes exactly in Redis, and goes on when Redis goes', async () => {
    const redis = await startFakeRedis();
    const ledgers = [new RedisRateLedger(redis.url), new RedisRateLedger(redis.url)];
    const limiters = ledgers.map((ledger) => new RateLimiter(ledger, silent));
    expect(await tryTurns(limiters, 30, rule(10))).toBe(10);
    await redis.close();
    expect(await tryTurns([limiters[0]!], 10, rule(4))).toBe(4);
    await Promise.all(ledgers.map((ledger) => ledger.close()));
  });
});
