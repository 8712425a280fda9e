import { once } from 'node:events';
import { connect } from 'node:net';
import { fuzzApi, sendBytes } from '@salient/platform/testing';
import { fuzzTarget } from './testing/fuzz-target.js';
import { startTestService, type TestService } from './testing/test-service.js';

describe('chat-api, whatever it is sent', () => {
  let service: TestService;
  beforeAll(async () => (service = await startTestService(['acme', 'globex'])));
  afterAll(() => service.close());

  it('answers on every route with a known code, nothing internal, and nothing of another account', async () => {
    const { failures } = await fuzzApi(await fuzzTarget(service), 3);
    expect(failures).toEqual([]);
  });

  it('knows nothing by a name that is longer than any can be', async () => {
    const { status, body } = await service
      .http()
      .get(`/accounts/acme/agents/${'x'.repeat(600)}`)
      .set('authorization', await service.token('acme'));
    expect([status, body.code]).toEqual([404, 'not_found']);
  });

  it.each([
    ['too large', 'application/json', 413],
    ['of another type', 'text/plain', 415],
  ])('tells a client that sends all of 20 MB before it listens that the body is %s', async (_fault, type, status) => {
    const head = `POST /accounts/acme/agents/info/chat HTTP/1.1\r\nhost: x\r\nauthorization: ${await service.token('acme')}\r\ncontent-type: ${type}`;
    const { hostname, port } = new URL(service.url);
    const socket = connect(Number(port), hostname);
    try {
      const answer = once(socket, 'data') as Promise<[Buffer]>;
      const sent = new Promise((resolve) => socket.write(`${head}\r\ncontent-length: 20000000\r\n\r\n${'x'.repeat(20_000_000)}`, resolve));
      expect([await sent, String((await answer)[0]).split(' ', 2)[1]]).toEqual([null, String(status)]);
    } finally {
      socket.destroy();
    }
  });

  it.each([
    'no HTTP at all\r\n\r\n',
    `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`,
    'GET /\u0000 HTTP/1.1\r\nhost: x\r\n\r\n',
  ])('tells bytes that are no request that they are none', async (bytes) => {
    const [head = '', body = ''] = (await sendBytes(service.url, bytes)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 400 [^]*content-type: application\/problem\+json[^]*connection: close/i);
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'invalid_request', retryable: false });
  });
});
