import { startFakeOpenAi, type FakeOpenAi, type Step } from '@salient/domain/models/testing';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../processes/ports.ts';
import type { DevJson } from './dev-json.ts';
import { startHaproxy } from './testing/haproxy.ts';
import { LaunchedStack } from './testing/launched-stack.ts';
import { visit, type Target } from './testing/visitor.ts';

const START_MS = 120_000;
const REPLICAS = 3;

/** An answer of many words that takes about a second. */
function slowAnswer(): Step[] {
  const words = Array.from({ length: 20 }, (_, index): Step[] => [{ text: `Wort ${index} 👩‍⚕️ ` }, { until: wait(index * 50) }]);
  return [...words.flat(), { finish: 'stop' }, { usage: { prompt_tokens: 1, completion_tokens: 20 } }, { done: true }];
}

describe('npm start -- --chat-replicas 3', () => {
  const folder = mkdtempSync(join(tmpdir(), 'salient-replicas-'));
  let model: FakeOpenAi;
  let stack: LaunchedStack;
  let started: DevJson;
  let target: Target;

  beforeAll(async () => {
    model = await startFakeOpenAi();
    model.respond = slowAnswer;
    const ports = { chat: await freePort(), admin: await freePort(), ui: await freePort() };
    stack = new LaunchedStack(folder, ports, { args: ['--chat-replicas', `${REPLICAS}`], more: { LLM_BASE_URL: model.baseUrl } });
    started = await stack.running();
    target = { url: agentAt(started.chat_api), token: started.accounts[0]!.token };
  }, START_MS);
  afterAll(async () => {
    await stack.stop();
    await model.close();
    const postgres = join(folder, 'postgres');
    if (existsSync(postgres)) rmSync(realpathSync(postgres), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  const agentAt = (url: string) => `${url}/accounts/${started.accounts[0]!.slug}/agents/${started.accounts[0]!.agents[0]}`;
  const replicas = () => stack.devJson().processes.filter(({ app }) => app === 'chat-api');

  /** What the turn's stream says now; nothing when the connection led to the process that has just been killed. */
  const readTurn = (id: string) =>
    fetch(`${target.url}/stream?turn_id=${id}`, { headers: { authorization: `Bearer ${target.token}` } })
      .then((response) => response.text())
      .catch(() => '');

  /** Waits until another process has the url of this one and is ready. */
  async function replaced({ pid, url }: { pid: number; url: string }): Promise<void> {
    for (;;) {
      const now = replicas().find((replica) => replica.url === url)!;
      const isReady = await fetch(`${url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (now.pid !== pid && isReady) return;
      await wait(50);
    }
  }

  it('lists every process with a URL of its own', async () => {
    expect(new Set(replicas().map(({ pid }) => pid)).size).toBe(REPLICAS);
    expect(new Set([...replicas().map(({ url }) => url), started.chat_api]).size).toBe(REPLICAS + 1);
    for (const { url } of replicas()) expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  describe.each([
    ['the stack’s own balancer', () => Promise.resolve({ url: started.chat_api, close: () => Promise.resolve() })],
    [
      'HAProxy',
      async () => {
        const port = await freePort();
        const proxy = await startHaproxy(
          port,
          replicas().map(({ url }) => url),
        );
        return { url: `http://127.0.0.1:${port}`, close: () => proxy.close() };
      },
    ],
  ])('behind %s', (_name, open) => {
    it(
      'fails no request and loses no word while its processes are replaced one by one',
      async () => {
        const front = await open();
        const stop = new AbortController();
        const visits = Array.from({ length: 8 }, () => visit({ ...target, url: agentAt(front.url) }, stop.signal));
        for (const replica of replicas()) {
          process.kill(replica.pid, 'SIGTERM');
          await replaced(replica);
        }
        stop.abort();
        const seen = await Promise.all(visits);
        await front.close();
        expect(seen.flatMap(({ faults }) => faults)).toEqual([]);
        expect(seen.reduce((sum, { turns }) => sum + turns, 0)).toBeGreaterThan(8);
      },
      START_MS,
    );
  });

  it(
    'goes on when one of its processes is killed, and ends the turn that it held as worker_lost',
    async () => {
      const [victim] = replicas();
      const begun = await fetch(`${agentAt(victim!.url)}/chat`, {
        method: 'POST',
        headers: { authorization: `Bearer ${target.token}`, 'content-type': 'application/json', prefer: 'respond-async' },
        body: JSON.stringify({ message: 'Hello?' }),
      });
      const { id } = (await begun.json()) as { id: string };
      process.kill(victim!.pid, 'SIGKILL');
      const deadline = Date.now() + 15_000;
      let last = '';
      while (!last.includes('worker_lost') && Date.now() < deadline) {
        last = await readTurn(id);
        await wait(200);
      }
      expect(last).toContain('event: failed');
      expect(last).toContain('worker_lost');
      await replaced(victim!);
    },
    START_MS,
  );
});
