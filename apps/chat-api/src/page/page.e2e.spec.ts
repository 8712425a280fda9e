import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startVisitorService } from '../testing/visitor-service.js';

const PAGE_GZIP_BYTES_MAX = 60_000;
const WIDGET_GZIP_BYTES_MAX = 35_000;
const HOSTILE = `"><script>alert(1)</script>' onload='x`;

describe('The chat page as it is served', () => {
  let service: Awaited<ReturnType<typeof startVisitorService>>;
  beforeAll(async () => {
    service = await startVisitorService(['harbor', 'meridian'], {}, { name: HOSTILE, description: HOSTILE, suggestions: [HOSTILE] });
  });
  afterAll(() => service.close());

  const page = (path = '/chat/harbor/info', language = 'en') => service.http().get(path).set('accept-language', language);

  it('needs no token, and is complete without a script', async () => {
    const { status, headers, text } = await page();
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toContain('<form class="composer" method="post">');
    expect(text).toContain('Hello!');
  });

  it('runs no script but its own file, whatever an agent is called', async () => {
    const { headers, text } = await page();
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(text.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/^<script type="module" src="\/chat-assets\/page-\w+\.js">$/)]);
    expect(text).not.toMatch(/ style=|"><script>alert/);
  });

  it('speaks the language that the browser asks for', async () => {
    expect((await page()).text).toContain('Write a message');
    expect((await page('/chat/harbor/info', 'de-AT,en;q=0.5')).text).toContain('Nachricht schreiben');
  });

  it.each(['/chat/harbor/nobody', '/chat/nobody/info', '/chat/harbor/IN%00FO'])(
    'says in words that there is nothing at %s',
    async (path) => {
      const { status, text } = await page(path);
      expect([status, text]).toEqual([404, expect.stringContaining('There is no chat at this address.')]);
    },
  );

  const form = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    service.http().post('/chat/harbor/info').type('form').set(headers).send(fields);
  const tokenIn = (text: string) => /name="session_token" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const count = (text: string, part: string) => text.split(part).length - 1;

  it('answers a form with the whole conversation, and a form that comes again with the same one', async () => {
    const first = await form({ message: 'Where can I park?', client_message_id: 'one' });
    expect([first.status, first.headers['cache-control']]).toEqual([200, 'no-store']);
    const again = await form({ message: 'Where can I park?', client_message_id: 'one' });
    expect(count(again.text, '<p class="bubble">Where can I park?')).toBe(1);
    const second = await form({ message: 'Who speaks\r\nSpanish?', client_message_id: 'two', session_token: tokenIn(again.text) });
    expect(count(second.text, '<p class="bubble">')).toBe(2);
    expect(second.text).toContain('Who speaks\nSpanish?');
    expect(second.text).toContain('Dr. Ana Ruiz');
  });

  it('gives a message back that it cannot take, and says why', async () => {
    const long = await form({ message: 'x'.repeat(16_001) });
    expect([long.status, long.text]).toEqual([400, expect.stringContaining('too long: 16001 of 16000')]);
    const gone = await form({ message: 'still there?', session_token: 'sal_vs_k1.W10.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' });
    expect([gone.status, gone.text]).toEqual([401, expect.stringMatching(/still there\?<\/textarea>/)]);
    expect(gone.text).toContain('The earlier conversation has ended.');
  });

  it('takes a conversation of this account and agent only', async () => {
    const { text } = await service.http().post('/chat/meridian/info').type('form').send({ message: 'hello' });
    const foreign = await form({ message: 'hello', session_token: tokenIn(text) });
    expect([foreign.status, count(foreign.text, 'class="bubble"')]).toEqual([401, 0]);
  });

  it.each(['', '/session'])('takes nothing that another site sends in a visitor’s name (%s)', async (path) => {
    const sent = service.http().post(`/chat/harbor/info${path}`).set('sec-fetch-site', 'cross-site');
    expect((await (path === '' ? sent.type('form').send({ message: 'x' }) : sent)).status).toBe(403);
  });

  it.each(['message=%ff', 'message=%', Buffer.from([0x6d, 0x65, 0x73, 0x73, 0x61, 0x67, 0x65, 0x3d, 0xff])])(
    'refuses a form that is not UTF-8 (%j)',
    async (body) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await fetch(`${service.url}/chat/harbor/info`, { method: 'POST', headers, body });
      expect(answer.status).toBe(400);
    },
  );

  it('reads forms here and nowhere else', async () => {
    const authorization = await service.token('harbor');
    const { status } = await service
      .http()
      .post('/accounts/harbor/agents/info/chat')
      .set({ authorization })
      .type('form')
      .send({ message: 'x' });
    expect(status).toBe(415);
  });

  it('opens no more conversations for one address than a publishable token would', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 70; turn += 1) statuses.push((await service.http().post('/chat/meridian/info/session')).status);
    expect(statuses.slice(0, 40)).toEqual(Array(40).fill(201));
    expect(statuses.at(-1)).toBe(429);
  });

  it('brings files that a browser keeps for good, and no others', async () => {
    const { text } = await page();
    for (const [, asset] of text.matchAll(/"(\/chat-assets\/[^"]+)"/g)) {
      const { status, headers } = await service.http().get(asset!);
      expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    }
    for (const path of ['/chat-assets/manifest.json', '/chat-assets/..%2Fmanifest.json', '/chat-assets/page.js'])
      expect((await service.http().get(path)).status).toBe(404);
  });

  it('offers the widget under a name that stays, compressed, and not again when it has not changed', async () => {
    const { status, headers } = await service.http().get('/widget.js').set('accept-encoding', 'gzip');
    expect([status, headers['content-encoding'], headers['cross-origin-resource-policy']]).toEqual([200, 'gzip', 'cross-origin']);
    expect((await service.http().get('/widget.js').set('if-none-match', headers['etag']!)).status).toBe(304);
  });

  it('weighs little: a budget for the page, and one for the widget', async () => {
    const gzipBytes = (file: string) => gzipSync(readFileSync(join(service.folder, file)), { level: 9 }).length;
    const assets = readdirSync(join(service.folder, 'assets')).map((name) => gzipBytes(join('assets', name)));
    const document = gzipSync((await page()).text).length;
    expect(assets.reduce((sum, bytes) => sum + bytes, document)).toBeLessThan(PAGE_GZIP_BYTES_MAX);
    expect(gzipBytes('widget.js')).toBeLessThan(WIDGET_GZIP_BYTES_MAX);
  });
});
