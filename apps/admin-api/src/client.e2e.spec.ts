import { createAdminClient } from '@salient/client';
import { generatedTypes } from '@salient/client/testing';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

describe('the typed client of admin-api', () => {
  let admin: TestAdmin;
  beforeAll(async () => (admin = await startTestAdmin('acme')));
  afterAll(() => admin.close());

  it('is generated from the document that the service serves', async () => {
    const { body } = await admin.http().get('/openapi.json');
    const { file, due } = await generatedTypes('admin-api', body);
    expect(file).toBe(due);
  });

  it('makes an agent, reads it back, and is told what is wrong by code', async () => {
    const client = createAdminClient({
      baseUrl: await admin.app.getUrl(),
      token: () => admin.authorization('editor').slice('Bearer '.length),
    });
    const account = { account: 'acme' };
    const made = await client.POST('/api/admin/accounts/{account}/agents', {
      params: { path: account },
      body: { slug: 'info', name: 'Front desk', system_prompt: 'Help.' },
    });
    expect(made.response.status).toBe(201);
    const read = await client.GET('/api/admin/accounts/{account}/agents/{agent}', {
      params: { path: { ...account, agent: made.data!.id } },
    });
    expect(read.data).toEqual(made.data);
    const listed = await client.GET('/api/admin/accounts/{account}/agents', { params: { path: account, query: { limit: 1 } } });
    expect(listed.data?.data.map(({ slug }) => slug)).toEqual(['info']);
    const refused = await client.GET('/api/admin/accounts/{account}/audit', { params: { path: account } });
    expect([refused.response.status, refused.error?.code]).toEqual([403, 'forbidden']);
  });
});
