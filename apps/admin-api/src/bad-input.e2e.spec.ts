import { fuzzApi, sendBytes } from '@salient/platform/testing';
import { fuzzTarget } from './testing/fuzz-target.js';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

describe('admin-api, whatever it is sent', () => {
  let admin: TestAdmin;
  beforeAll(async () => (admin = await startTestAdmin('acme', 'globex')));
  afterAll(() => admin.close());

  it('answers on every route with a known code, nothing internal, and nothing of another account', async () => {
    const { failures } = await fuzzApi(await fuzzTarget(admin), 3);
    expect(failures).toEqual([]);
  });

  it('knows nothing by a name that is longer than any can be', async () => {
    const { status, body } = await admin.send('owner', 'get', `/accounts/acme/agents/${'x'.repeat(600)}`);
    expect([status, body.code]).toEqual([404, 'not_found']);
  });

  it.each([
    'no HTTP at all\r\n\r\n',
    `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
    'GET /\u0000 HTTP/1.1\r\nhost: x\r\n\r\n',
  ])('tells bytes that are no request that they are none', async (bytes) => {
    const [head = '', body = ''] = (await sendBytes(await admin.app.getUrl(), bytes)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 400 [^]*content-type: application\/problem\+json[^]*connection: close/i);
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'invalid_request', retryable: false });
  });
});
