import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { builtFiles } from '../testing/built-files.js';
import { loadConfig } from './config.js';
import { createServer } from './create-server.js';

const SPEC_MS = 120_000;
const FIRST_LOAD_GZIP_BYTES_MAX = 250_000;

/** An API that says what it was sent, and streams where it is asked to. */
function startUpstream(): Promise<{
  readonly server: Server;
  readonly url: string;
  readonly release: () => void;
  readonly asked: () => number;
}> {
  let release = () => {};
  let asked = 0;
  const server = createHttpServer((request: IncomingMessage, response) => {
    asked++;
    if (request.url?.endsWith('/full')) return void response.writeHead(503, { 'retry-after': '0' }).end();
    if (request.url?.endsWith('/events')) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
      release = () => response.end('data: 2\n\n');
      return;
    }
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'salient_refresh=next; HttpOnly; SameSite=Strict' });
      response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, bytes }));
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, release: () => release(), asked: () => asked }),
    ),
  );
}

describe("The interface's server", () => {
  let upstream: Awaited<ReturnType<typeof startUpstream>>;
  let server: Awaited<ReturnType<typeof createServer>>;
  let folder: string;
  let url: string;
  beforeAll(async () => {
    [folder, upstream] = await Promise.all([builtFiles(), startUpstream()]);
    const config = loadConfig({ ADMIN_API_URL: upstream.url, CHAT_API_URL: upstream.url, LOG_LEVEL: 'silent' });
    server = await createServer({ ...config, publicFolder: folder }, '1.2.3');
    url = await server.listen({ port: 0, host: '127.0.0.1' });
  }, SPEC_MS);
  afterAll(async () => {
    await server.close();
    upstream.server.close();
  });

  it('answers the page at every address of it, never kept, with a nonce of its own and no script inside', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/accounts/harbor/agents', '/sign-in?then=%2F']) {
      const response = await fetch(`${url}${path}`);
      const text = await response.text();
      const policy = response.headers.get('content-security-policy')!;
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).not.toMatch(/unsafe|\*|data:/);
      expect(text).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=|__CSP_NONCE__/);
      nonces.add(/'nonce-([^']+)'/.exec(policy)![1]!);
    }
    expect(nonces.size).toBe(3);
  });

  it('serves files for browsers to keep for good, compressed as they ask', async () => {
    const [, script] = /src="(\/assets\/[^"]+\.js)"/.exec(await (await fetch(url)).text())!;
    for (const encoding of ['br', 'gzip']) {
      const { status, headers } = await fetch(`${url}${script}`, { headers: { 'accept-encoding': encoding } });
      expect([status, headers.get('content-encoding'), headers.get('cache-control')]).toEqual([
        200,
        encoding,
        'public, max-age=31536000, immutable',
      ]);
    }
    expect((await fetch(`${url}/assets/nothing.js`)).status).toBe(404);
    expect((await fetch(`${url}/assets/..%2Findex.html`)).status).toBe(404);
  });

  it('forwards the API with its path, cookies and body, and says where a request came from', async () => {
    const body = new Uint8Array(3_000_000);
    const response = await fetch(`${url}/api/admin/accounts/x/imports?on_missing=keep`, {
      method: 'POST',
      headers: { cookie: 'salient_refresh=this', 'content-type': 'text/csv', authorization: 'Bearer token' },
      body,
    });
    const seen = (await response.json()) as { method: string; url: string; headers: Record<string, string>; bytes: number };
    expect([seen.method, seen.url, seen.bytes]).toEqual(['POST', '/api/admin/accounts/x/imports?on_missing=keep', 3_000_000]);
    expect(seen.headers).toMatchObject({ cookie: 'salient_refresh=this', authorization: 'Bearer token', 'x-forwarded-for': '127.0.0.1' });
    expect(response.headers.get('set-cookie')).toContain('salient_refresh=next');
  });

  it('passes events on as they come', async () => {
    const response = await fetch(`${url}/api/admin/imports/1/events`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('data: 1\n\n');
    upstream.release();
    expect((await reader.read()).value).toBe('data: 2\n\n');
  });

  it("reaches chat-api's accounts and none of its pages", async () => {
    const { url: seen } = (await (await fetch(`${url}/chat-api/accounts/harbor/agents`)).json()) as { url: string };
    expect(seen).toBe('/accounts/harbor/agents');
    for (const path of [
      '/chat-api/chat/harbor/info',
      '/chat-api/accounts/../chat/harbor/info',
      '/chat-api/accounts/%2e%2e/chat/harbor/info',
      '/chat-api/widget.js',
    ])
      expect([path, (await fetch(`${url}${path}`)).status]).toEqual([path, 404]);
  });

  it('logs what it forwards as the services log, and neither paths nor queries, which may hold secrets', async () => {
    const log: string[] = [];
    const config = loadConfig({ ADMIN_API_URL: upstream.url, CHAT_API_URL: upstream.url });
    const logging = await createServer({ ...config, publicFolder: folder }, '1.2.3', { write: (line) => void log.push(line) });
    await logging.inject('/api/admin/auth/invitations/s3cret');
    await logging.inject('/chat-api/accounts/harbor/agents/info/stream?message=s3cret');
    await logging.close();
    const lines = log.map((line) => JSON.parse(line) as Record<string, unknown>);
    const line = { level: 'info', app: 'admin-ui', method: 'GET', status: 200, msg: 'request' };
    expect(lines).toEqual(
      ['/api/admin/*', '/chat-api/accounts/*'].map((route) =>
        expect.objectContaining({ ...line, route, time: expect.stringMatching(/Z$/) }),
      ),
    );
    expect(log.join('')).not.toContain('s3cret');
  });

  it('asks a service once, also one that answers 503', async () => {
    const before = upstream.asked();
    const response = await fetch(`${url}/api/admin/accounts/full`);
    expect([response.status, response.headers.get('retry-after'), upstream.asked() - before]).toEqual([503, '0', 1]);
  });

  it('tells its health, and a readiness that falls first', async () => {
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: 'healthy', routers: ['admin-ui'], version: '1.2.3' });
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    server.leaving = true;
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
    server.leaving = false;
  });

  it('says in the words of the API that the API cannot be reached', async () => {
    const config = loadConfig({ ADMIN_API_URL: 'http://127.0.0.1:1', LOG_LEVEL: 'silent' });
    const lonely = await createServer({ ...config, publicFolder: folder }, '1.2.3');
    const { statusCode, headers, json } = await lonely.inject('/api/admin/auth/me');
    await lonely.close();
    expect([statusCode, headers['content-type'], json().code]).toEqual([
      503,
      'application/problem+json; charset=utf-8',
      'tenant_unavailable',
    ]);
  });

  it('weighs at most 250 KB on the first load, charts not among it', () => {
    const assets = join(folder, 'assets');
    const first = firstLoad(folder);
    const bytes = first.reduce(
      (sum, file) => sum + statSync(join(assets, `${file}.gz`)).size,
      readFileSync(join(folder, 'index.html')).length,
    );
    expect(bytes).toBeLessThan(FIRST_LOAD_GZIP_BYTES_MAX);
    const chart = readdirSync(assets).find((name) => /^time-chart-.*\.js$/.test(name));
    expect(first).not.toContain(chart);
  });

  it('names every faulty variable at once', () => {
    expect(() => loadConfig({ PORT: 'x', ADMIN_API_URL: 'ftp://a' })).toThrow(/PORT[\s\S]*ADMIN_API_URL/);
  });
});

/** The files that the page loads before anything is clicked, those of the first screen after signing in included. */
function firstLoad(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    { file: string; css?: string[]; imports?: string[]; isEntry?: boolean }
  >;
  const files = new Set<string>();
  const add = (key: string) => {
    const { file, css = [], imports = [] } = manifest[key]!;
    if (files.has(file)) return;
    for (const each of [file, ...css]) files.add(each);
    imports.forEach(add);
  };
  const pages = Object.keys(manifest).filter((key) => /features\/(auth\/sign-in-page|overview\/overview-page)\.tsx$/.test(key));
  for (const key of [...Object.keys(manifest).filter((key) => manifest[key]!.isEntry), ...pages]) add(key);
  return [...files].map((file) => file.replace(/^assets\//, ''));
}
