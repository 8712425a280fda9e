import { startRedis, type Redis } from '@salient/domain/limits/testing';
import { answer, startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import supertest from 'supertest';
import { eventually } from './testing/held.js';
import { startTestService, type TestService } from './testing/test-service.js';

describe('limits over two processes with a Redis', () => {
  let redis: Redis;
  let model: FakeOpenAi;
  let service: TestService;
  let urls: string[];
  beforeAll(async () => {
    redis = await startRedis();
    model = await startFakeOpenAi();
    model.respond = () => answer('Hello.');
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1', REDIS_URL: redis.url });
    urls = [service.url, await service.another()];
  });
  afterAll(async () => {
    await service.close();
    await model.close();
    await redis.kill();
  });

  const tokenOf = (turnsPerMinute: number) => service.token('acme', { limits: { turns_per_minute: turnsPerMinute } });
  const ask = (token: string, process: number) =>
    supertest(urls[process % 2]!)
      .post('/accounts/acme/agents/info/chat')
      .set('authorization', token)
      .send({ message: 'hello' });
  /** How many of so many turns began that were asked for at once, on each process in turn. */
  async function begun(turns: number, token: string): Promise<number> {
    const answers = await Promise.all(Array.from({ length: turns }, (_, index) => ask(token, index)));
    for (const { status, headers } of answers) {
      expect([200, 429]).toContain(status);
      if (status === 429) expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    }
    return answers.filter(({ status }) => status === 200).length;
  }

  it.each([5, 40])('let exactly %i turns of a token begin a minute, and ask nothing of the control database for it', async (limit) => {
    expect(await begun(limit * 2, await tokenOf(limit))).toBe(limit);
    expect(await service.tenancy.control.query('SELECT key FROM rate_windows')).toEqual([]);
  });

  it('are held by each process alone when Redis is gone, which its log says, and together when it is back', async () => {
    service.log.splice(0);
    await redis.kill();
    expect(await begun(12, await tokenOf(4))).toBe(2 * 4);
    expect(service.log.join()).toContain('this process limits by itself');

    redis = await startRedis(Number(new URL(redis.url).port));
    const together = await eventually(
      async () => begun(12, await tokenOf(4)),
      (turns) => turns === 4,
    );
    expect(together).toBe(4);
  });
});
