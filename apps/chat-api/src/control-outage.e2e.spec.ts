import { jest } from '@jest/globals';
import { ControlChannel, ControlDatabase } from '@salient/platform';
import { ServerBrokers } from '@salient/tenancy';
import { startTestService, type TestService } from './testing/test-service.js';

describe('while the control database is away', () => {
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    service = await startTestService(['acme', 'globex']);
    token = await service.token('acme');
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => service.close());

  const chat = (account: string, authorization: string) =>
    service
      .http()
      .post(`/accounts/${account}/agents/info/chat`)
      .set('authorization', authorization)
      .send({ message: 'Who speaks Spanish?' });
  const ready = () => service.http().get('/health/ready');
  /** As it looks from the service: no statement is answered, no change is heard, and all that is cached is past its time. */
  function takeAway(control: ControlDatabase): void {
    const away = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    jest.spyOn(control, 'query').mockImplementation(away);
    jest.spyOn(control, 'transaction').mockImplementation(away);
    jest.spyOn(service.app.get(ControlChannel), 'healthy', 'get').mockReturnValue(false);
    const past = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => past + 120_000);
  }

  it('a process that knows no account is not ready, and lives', async () => {
    takeAway(service.app.get(ControlDatabase));
    expect((await ready()).status).toBe(503);
    expect((await service.http().get('/health')).status).toBe(200);
  });

  it('accounts that are known are served with tokens that are known, and the process stays ready', async () => {
    expect((await chat('acme', token)).status).toBe(200);
    takeAway(service.app.get(ControlDatabase));
    for (let time = 0; time < 3; time++) {
      const { status, body } = await chat('acme', token);
      expect([status, body.response]).toEqual([200, expect.stringContaining('Ruiz')]);
    }
    const { status, body } = await ready();
    expect([status, body.info.control_database]).toEqual([200, { status: 'up', reachable: false }]);
  });

  it('nobody else is let in: neither an unknown account nor an unknown token', async () => {
    const [stranger, other] = [await service.token('globex'), await service.token('acme')];
    takeAway(service.app.get(ControlDatabase));
    expect((await chat('globex', stranger)).status).toBe(503);
    expect((await chat('acme', other)).status).toBe(503);
  });

  it('readiness does not wait for an answer that does not come, and asks no account’s database', async () => {
    jest.spyOn(service.app.get(ControlDatabase), 'query').mockReturnValue(new Promise(() => undefined));
    expect((await ready()).body.info.control_database).toEqual({ status: 'up', reachable: false });
    jest.restoreAllMocks();
    const used = () => [...service.app.get(ServerBrokers).all().values()].map(({ totals }) => ({ ...totals }));
    const before = used();
    expect((await ready()).status).toBe(200);
    expect(used()).toEqual(before);
  });
});
