import { createChatClient } from '@salient/client';
import { generatedTypes } from '@salient/client/testing';
import { startTestService, type TestService } from './testing/test-service.js';

describe('the typed client of chat-api', () => {
  let service: TestService;
  beforeAll(async () => (service = await startTestService(['acme'])));
  afterAll(() => service.close());

  it('is generated from the document that the service serves', async () => {
    const { body } = await service.http().get('/openapi.json');
    const { file, due } = await generatedTypes('chat-api', body);
    expect(file).toBe(due);
  });

  it('holds a conversation, and is told what is wrong by code', async () => {
    const token = (await service.token('acme')).slice('Bearer '.length);
    const client = createChatClient({ baseUrl: service.url, token });
    const path = { account: 'acme', agent: 'info' };
    const first = await client.POST('/accounts/{account}/agents/{agent}/chat', {
      params: { path },
      body: { message: 'Who speaks Spanish?' },
    });
    // Whoever asked for it gets a 202 without an answer.
    expect(first.data && 'response' in first.data && first.data.response).toContain('Dr. Ana Ruiz');
    const session_id = first.data!.session_id;
    const second = await client.POST('/accounts/{account}/agents/{agent}/chat', {
      params: { path },
      body: { message: 'Where can I park?', session_id },
    });
    expect([second.data?.session_id, second.data?.status]).toEqual([session_id, 'completed']);
    const nobody = await client.GET('/accounts/{account}/agents/{agent}', { params: { path: { ...path, agent: 'nobody' } } });
    expect([nobody.response.status, nobody.error?.code]).toEqual([404, 'agent_not_found']);
  });
});
