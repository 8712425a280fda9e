import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { agentEntities } from '@salient/domain/agents';
import { directoryEntities } from '@salient/domain/directory';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { controlEnvironment } from '@salient/platform/testing';
import { TenantDb } from '@salient/tenancy';
import { testTenancy } from '@salient/tenancy/testing';
import { fillAccount, type Account } from './accounts.js';
import { ServerProcess } from './processes.js';

// How long the provider goes on talking once a turn is stopped: from the stop being asked for to its socket closing, in two processes
// of chat-api. The model says a word of 260 bytes every 5 ms for as long as somebody is there.

const STOPS = Number(process.env['BENCH_STOPS'] ?? 60);
const WORD = `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', model: 'bench', choices: [{ index: 0, delta: { content: 'word '.repeat(25) }, finish_reason: null }] })}\n\n`; // prettier-ignore
const EVERY_MS = 5;
/** So long a turn talks before it is stopped; rounds of looking into the row are met at any point. */
const TALKS_MS_MAX = 1_000;

/** A call of the model that is being answered. */
interface Talk {
  bytes: number;
  readonly ended: Promise<number>;
}

const talks: Talk[] = [];
const model = createServer((request, response) => {
  request.resume();
  talks.push(talk(response));
});
model.listen(0, '127.0.0.1');
await once(model, 'listening');

const folder = mkdtempSync(join(tmpdir(), 'salient-bench-stop-'));
const tenancy = await testTenancy({ migrations: tenantMigrations, entities: [...agentEntities, ...directoryEntities] }, 'acme');
const servers: ServerProcess[] = [];
try {
  const account = await fillAccount(tenancy, 'acme');
  const environment = {
    ...controlEnvironment(tenancy.address, 'chat'),
    SALIENT_ENCRYPTION_KEYS: tenancy.encryptionKeys,
    SESSION_TOKEN_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    LLM_BASE_URL: `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`,
  };
  for (const name of ['here', 'there'])
    servers.push(await ServerProcess.start(name, ['--enable-source-maps', 'dist/apps/chat-api/main.js'], environment, folder));
  const [here, there] = servers.map(({ port }) => `http://127.0.0.1:${port}/accounts/acme/agents/short`) as [string, string];
  const ask = (url: string) => (id: string) => post(account, `${url}/turns/${id}/stop`);
  process.stdout.write(`Node ${process.version}, ${STOPS} stops each\n${line('', 'p50, ms', 'max, ms', 'p50, bytes', 'max, bytes')}`);
  await report(account, here, 'asked of the process of the turn', ask(here));
  await report(account, here, 'asked of another process', ask(there));
  await report(account, here, 'in the row alone: the notification is lost', leaveInRow);
} finally {
  for (const server of servers) await server.stop();
  model.closeAllConnections();
  model.close();
  await tenancy.close();
  rmSync(folder, { recursive: true });
}

async function report(account: Account, agentUrl: string, how: string, stop: (id: string) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  const bytes: number[] = [];
  for (let index = 0; index < STOPS; index += 1) {
    const { id } = (await post(account, `${agentUrl}/chat`, { message: 'Talk.' })) as { id: string };
    while (talks.length === 0) await wait(1);
    const talk = talks.pop()!;
    await wait(Math.random() * TALKS_MS_MAX);
    const before = talk.bytes;
    const asked = performance.now();
    const stopped = stop(id);
    times.push((await talk.ended) - asked);
    bytes.push(talk.bytes - before);
    await stopped;
  }
  process.stdout.write(
    line(how, ...[times, bytes].flatMap((values) => [median(values), Math.max(...values)]).map((value) => value.toFixed(1))),
  );
}

function talk(response: ServerResponse): Talk {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const timer = setInterval(() => {
    talk.bytes += WORD.length;
    response.write(WORD);
  }, EVERY_MS);
  const ended = once(response, 'close').then(() => {
    clearInterval(timer);
    return performance.now();
  });
  const talk: Talk = { bytes: 0, ended };
  return talk;
}

/** What is left of a stop when nobody hears of it. */
function leaveInRow(id: string): Promise<unknown> {
  return tenancy.run('acme', () => new TenantDb().query('UPDATE messages SET stop_requested_at = now() WHERE id = $1', [id]));
}

async function post({ token }: Account, url: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', prefer: 'respond-async' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body ?? {}) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json();
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1]!;
}

function line(what: string, ...cells: readonly string[]): string {
  return `${what.padEnd(46)}${cells.map((cell) => cell.padStart(14)).join('')}\n`;
}
