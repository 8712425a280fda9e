import { answer, startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import { ServerBrokers } from '@salient/tenancy';
import { setTimeout as wait } from 'node:timers/promises';
import { readEvents, textOf } from './testing/read-events.js';
import { startTestService, type TestService } from './testing/test-service.js';

describe('an account that goes out of service', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let token: string;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme', 'globex'], { LLM_BASE_URL: model.baseUrl });
    token = await service.token('acme');
  });
  afterAll(async () => {
    await service.close();
    await model.close();
  });

  const chat = (body: object) => service.http().post('/accounts/acme/agents/info/chat').set('authorization', token).send(body);
  const setStatus = (status: string) =>
    service.tenancy.control.query('UPDATE tenant_registry SET status = $1 WHERE slug = $2', [status, 'acme']);
  async function untilAcknowledged(): Promise<void> {
    for (;;) {
      const [row] = await service.tenancy.control.query<{ all: boolean }>(
        `SELECT bool_and(a.config_version >= r.config_version) AS all FROM service_processes p CROSS JOIN tenant_registry r
         LEFT JOIN tenant_acknowledgements a ON a.process_id = p.id AND a.tenant_id = r.tenant_id WHERE r.slug = 'acme'`,
      );
      if (row?.all) return;
      await wait(20);
    }
  }

  it('ends its turns with what they have said, then every connection, and says that it has', async () => {
    model.reply([{ text: 'So far so good' }, { hang: true }]);
    const stream = await fetch(`${service.url}/accounts/acme/agents/info/stream?message=hello`, { headers: { authorization: token } });
    const events: Awaited<ReturnType<typeof readEvents>> = [];
    const reading = readEvents(stream, (event) => {
      events.push(event);
      if (event.event === 'delta') void setStatus('suspended');
      return false;
    });
    await reading;
    expect(textOf(events)).toBe('So far so good');
    expect(events.at(-1)).toMatchObject({ event: 'done', data: { status: 'stopped', finish_reason: 'suspended' } });
    await untilAcknowledged();
    for (const { lent, idle, dialing } of service.app.get(ServerBrokers).snapshots().values()) expect(lent + idle + dialing).toBe(0);
    const refused = await chat({ message: 'hello' });
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([503, 'tenant_suspended', expect.any(String)]);
  });

  it('is there again, with all that it had, as soon as it is resumed', async () => {
    await setStatus('active');
    await untilAcknowledged();
    model.reply(answer('Back again.'));
    const { status, body } = await chat({ message: 'hello' });
    expect([status, body.response]).toEqual([200, 'Back again.']);
  });

  it('says nothing to any other account', async () => {
    await setStatus('suspended');
    await untilAcknowledged();
    model.reply(answer('Hello.'));
    const globex = await service
      .http()
      .post('/accounts/globex/agents/info/chat')
      .set('authorization', await service.token('globex'))
      .send({ message: 'hello' });
    expect(globex.status).toBe(200);
    await setStatus('active');
  });
});
