import { startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../processes/ports.ts';
import type { DevJson } from './dev-json.ts';
import { LaunchedStack } from './testing/launched-stack.ts';

const START_MS = 120_000;
/** Of the promise that a lost turn is told as lost. */
const LOST_MS_MAX = 15_000;

interface SeenEvent {
  readonly event: string;
  readonly id: string;
  readonly data: Record<string, unknown>;
}

describe('a turn on one of three chat-api processes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'salient-turns-'));
  let model: FakeOpenAi;
  let stack: LaunchedStack;
  let started: DevJson;

  beforeAll(async () => {
    model = await startFakeOpenAi();
    const ports = { chat: await freePort(), admin: await freePort(), ui: await freePort() };
    stack = new LaunchedStack(folder, ports, { args: ['--chat-replicas', '3'], more: { LLM_BASE_URL: model.baseUrl } });
    started = await stack.running();
  }, START_MS);
  beforeEach(() => void model.requests.splice(0));
  afterAll(async () => {
    await stack.stop();
    await model.close();
    const postgres = join(folder, 'postgres');
    if (existsSync(postgres)) rmSync(realpathSync(postgres), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  const account = () => started.accounts[0]!;
  const agentAt = (url: string) => `${url}/accounts/${account().slug}/agents/${account().agents[0]}`;
  const replicas = () => stack.devJson().processes.filter(({ app }) => app === 'chat-api');
  const call = (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { authorization: `Bearer ${account().token}`, 'content-type': 'application/json', ...init.headers } });
  const chat = (url: string, body: object, headers: Record<string, string> = {}) =>
    call(`${agentAt(url)}/chat`, { method: 'POST', body: JSON.stringify({ message: 'Count', ...body }), headers });
  const follow = (url: string, turnId: string, cursor?: string) =>
    call(`${agentAt(url)}/stream?turn_id=${turnId}`, { headers: cursor ? { 'last-event-id': cursor } : {} });
  const stored = async (turnId: string) => {
    const url = new URL(started.postgres);
    const [{ database_name: database }] = await query<{ database_name: string }>(url, 'SELECT database_name FROM tenant_registry WHERE slug = $1', [account().slug]); // prettier-ignore
    url.pathname = `/${database}`;
    return (await query<Record<string, unknown>>(url, 'SELECT * FROM messages WHERE id = $1', [turnId]))[0]!;
  };

  /** Words that come every fifty milliseconds, without end: `said` counts them. */
  function talking(): { readonly said: () => number } {
    let said = 0;
    const words = Array.from({ length: 2_000 }, () => [{ text: `Wort ${'👩‍⚕️'} ` }, { get until() { said += 1; return wait(50); } }]); // prettier-ignore
    model.respond = () => words.flat();
    return { said: () => said };
  }

  async function begin(url: string): Promise<{ id: string; session: string }> {
    const { id, session_id: session } = (await (await chat(url, {}, { prefer: 'respond-async' })).json()) as Record<string, string>;
    return { id: id!, session: session! };
  }

  it('is read on another and stopped through a third, and the provider hears of it', async () => {
    const [first, second, third] = replicas();
    const { said } = talking();
    const { id } = await begin(first!.url);
    const reading = eventsOf(await follow(second!.url, id));
    await until(() => said() > 5);
    const stopped = await call(`${agentAt(third!.url)}/turns/${id}/stop`, { method: 'POST' });
    expect(stopped.status).toBe(202);
    const before = said();
    await model.requests[0]!.aborted;
    // A word every fifty milliseconds: within a quarter of a second by the notification, and room for a busy machine.
    expect(said() - before).toBeLessThanOrEqual(20);
    const events = await reading;
    const text = textOf(events);
    expect(events.at(-1)).toMatchObject({
      event: 'done',
      data: { status: 'stopped', sha256: createHash('sha256').update(text).digest('hex') },
    });
    expect(await stored(id)).toMatchObject({ content: text, status: 'stopped' });
  });

  it(
    'is written no more by its process once that was stopped for longer than the lease',
    async () => {
      const [first, second] = replicas();
      talking();
      const { id } = await begin(first!.url);
      const own = eventsOf(await follow(first!.url, id));
      await until(async () => String((await stored(id))['content']) !== '');
      process.kill(first!.pid, 'SIGSTOP');
      const lost = await eventsOf(await follow(second!.url, id)).finally(() => process.kill(first!.pid, 'SIGCONT'));
      expect(lost.at(-1)).toMatchObject({ event: 'failed', data: { code: 'worker_lost', partial: true } });
      const kept = await stored(id);
      expect(textOf(lost)).toBe(kept['content']);
      await model.requests[0]!.aborted;
      const seen = await own;
      expect(seen.at(-1)).toMatchObject({ event: 'reconnect', data: { reason: 'moved' } });
      expect(await stored(id)).toEqual(kept);
      const rest = await eventsOf(await follow(first!.url, id, seen.at(-1)!.id));
      // Who was shown a word that came after the last checkpoint gets what was stored in its place.
      const wasShownMore = Number(seen.at(-1)!.id.split(':')[1]) > String(kept['content']).length;
      expect(rest.map(({ event }) => event)).toEqual(['start', ...(wasShownMore ? ['replace'] : []), 'failed']);
      if (wasShownMore) expect(rest[1]!.data['text']).toBe(kept['content']);
    },
    START_MS,
  );

  it(
    'keeps its text when its process is killed, is told as lost in time, and its session goes on',
    async () => {
      const [first, second] = replicas();
      talking();
      const { id, session } = await begin(first!.url);
      const reading = follow(second!.url, id).then(eventsOf);
      await until(async () => String((await stored(id))['content']) !== '');
      process.kill(first!.pid, 'SIGKILL');
      const killedAt = performance.now();
      const events = await reading;
      expect(performance.now() - killedAt).toBeLessThan(LOST_MS_MAX);
      expect(events.at(-1)).toMatchObject({ event: 'failed', data: { code: 'worker_lost', partial: true } });
      const { content, status } = await stored(id);
      expect([content, status]).toEqual([textOf(events), 'failed']);
      expect(content).not.toBe('');
      model.respond = ({ body }) => [{ text: `You said: ${body.messages.at(-1)!.content}` }, { finish: 'stop' }, { done: true }];
      const next = (await (await chat(started.chat_api, { session_id: session })).json()) as Record<string, unknown>;
      expect(next).toMatchObject({ status: 'completed', response: 'You said: Count' });
    },
    START_MS,
  );
});

async function query<Row>(url: URL, statement: string, parameters: unknown[]): Promise<[Row, ...Row[]]> {
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return (await client.query(statement, parameters)).rows as [Row, ...Row[]];
  } finally {
    await client.end();
  }
}

async function eventsOf(response: Response): Promise<SeenEvent[]> {
  const text = await response.text();
  return text.split('\n\n').flatMap((block) => {
    const event = /^event: (\w+)$/m.exec(block)?.[1];
    if (!event) return [];
    const data = JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as Record<string, unknown>;
    return [{ event, id: /^id: (.*)$/m.exec(block)![1]!, data }];
  });
}

function textOf(events: readonly SeenEvent[]): string {
  return events.map(({ event, data }) => (event === 'delta' ? String(data['text']) : '')).join('');
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await wait(50);
}
