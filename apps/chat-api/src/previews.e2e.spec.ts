import { createPreview, CONTENT_DEFAULTS } from '@salient/domain/agents/admin';
import { createAgent } from '@salient/domain/agents';
import { answer, startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import { TenantDb } from '@salient/tenancy';
import { startTestService, type TestService } from './testing/test-service.js';

describe('An agent’s draft', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let sk: string;
  let preview: string;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_API_KEY: 'k', LLM_MODEL: 'fake-1' });
    sk = await service.token('acme');
    preview = await service.tenancy.run('acme', async () => {
      const db = new TenantDb();
      const id = await createAgent(db, { slug: 'unborn', name: 'Unborn', system_prompt: '', draft: true });
      const content = { ...CONTENT_DEFAULTS, name: 'Unborn', system_prompt: 'You are the draft.' };
      return (await createPreview(db, id, null, content)).preview;
    });
  });
  afterAll(async () => {
    await service.close();
    await model.close();
  });

  const ask = (headers: Record<string, string>, body: object = {}) =>
    service
      .http()
      .post('/accounts/acme/agents/unborn/chat')
      .set({ authorization: sk, ...headers })
      .send({ message: 'Hello', ...body });

  it('answers whoever has leave to try it, with its own instructions, and goes on in its session', async () => {
    model.reply(answer('I am the draft.'), answer('Still.'));
    const first = await ask({ 'x-salient-preview': preview });
    expect([first.status, first.body.response]).toEqual([200, 'I am the draft.']);
    expect(JSON.stringify(model.requests.at(-1))).toContain('You are the draft.');
    const second = await ask({ 'x-salient-preview': preview }, { session_id: first.body.session_id });
    expect([second.body.response, second.body.session_id]).toEqual(['Still.', first.body.session_id]);
  });

  it('marks what it was asked, so that it is no part of the usage', async () => {
    const rows = await service.tenancy.run('acme', () =>
      new TenantDb().query<{ mark: string }>(`SELECT metadata ->> 'salient.preview' AS mark FROM messages WHERE role = 'user'`),
    );
    expect(rows).toEqual([{ mark: 'true' }, { mark: 'true' }]);
  });

  it('is not there for anybody else', async () => {
    expect((await ask({})).body.code).toBe('agent_not_found');
    expect((await ask({ 'x-salient-preview': 'sal_preview_of_something_else' })).body.code).toBe('agent_not_found');
  });

  it('cannot be imitated by metadata', async () => {
    const { status, body } = await ask({ 'x-salient-preview': preview }, { metadata: { 'salient.preview': 'no' } });
    expect([status, body.code]).toEqual([400, 'invalid_request']);
  });
});
