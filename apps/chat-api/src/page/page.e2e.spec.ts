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
    service = await startVisitorService(['harbor'], {}, { name: HOSTILE, description: HOSTILE, suggestions: [HOSTILE] });
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
