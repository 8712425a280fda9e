import { startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import { TenantDb } from '@salient/tenancy';
import { launchChromium } from '@salient/tools/chromium';
import { EventSource } from 'eventsource';
import type { Browser } from 'playwright-core';
import { CutProxy } from './testing/cut-proxy.js';
import { eventually, held } from './testing/held.js';
import { startTestService, type TestService } from './testing/test-service.js';

const AGENT = '/accounts/acme/agents/info';

/** What a program with an EventSource writes, in a browser as on Node: it never closes it, and shows what comes. */
function follow(Source: typeof EventSource, url: string) {
  const seen = { text: '', turns: [] as string[], lasts: 0, resumed: 0, state: 0 };
  const source = new Source(url);
  const on = (name: string, heed: (data: Record<string, unknown>) => void) =>
    source.addEventListener(name, (event) => heed(JSON.parse((event as unknown as { data: string }).data) as Record<string, unknown>));
  on('start', ({ turn_id: turn, resumed }) => {
    seen.turns.push(String(turn));
    seen.resumed += resumed ? 1 : 0;
  });
  on('delta', ({ text }) => void (seen.text += String(text)));
  on('done', () => void (seen.lasts += 1));
  source.addEventListener('error', () => void (seen.state = source.readyState));
  return seen;
}

describe('an EventSource with a ticket', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let proxy: CutProxy;
  let browser: Browser;
  let token: string;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_MODEL: 'fake-1' }, {}, { stream: { retryMs: 100 } }); // prettier-ignore
    [proxy, browser, token] = await Promise.all([
      CutProxy.before({ host: '127.0.0.1', port: Number(new URL(service.url).port) }),
      launchChromium(),
      service.token('acme'),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await proxy.close();
    await service.close();
    await model.close();
  });

  async function ticketUrl(): Promise<string> {
    const { body } = await service.http().post(`${AGENT}/stream-tickets`).set('authorization', token).send({ message: 'Count' });
    return `http://127.0.0.1:${proxy.port}${AGENT}/stream?ticket=${body.ticket}`;
  }
  const onNode = async () => {
    const seen = follow(EventSource, await ticketUrl());
    return () => Promise.resolve(seen);
  };
  const inChromium = async () => {
    const page = await browser.newPage();
    await page.route('**/page', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto(`http://127.0.0.1:${proxy.port}/page`);
    await page.evaluate(`window.seen = (${follow.toString()})(EventSource, ${JSON.stringify(await ticketUrl())})`);
    return () => page.evaluate<ReturnType<typeof follow>>('window.seen');
  };

  it.each([
    ['of the npm package eventsource', onNode],
    ['in Chromium', inChromium],
  ])('%s gets the whole answer through a cut, begins one turn, and stops by itself at its end', async (_where, open) => {
    const { until, release } = held();
    model.reply([{ text: 'One ' }, { until }, { text: 'two 👩‍⚕️.' }, { finish: 'stop' }, { done: true }]);
    model.requests.splice(0);
    const look = await open();
    await eventually(look, ({ text }) => text === 'One ');
    proxy.cut();
    release();
    proxy.mend();
    const { state, ...seen } = await eventually(look, ({ state: now, lasts }) => lasts > 0 && now === 2); // closed, by the 204
    expect(seen).toEqual({ text: 'One two 👩‍⚕️.', turns: expect.any(Array), lasts: 1, resumed: 1 });
    expect([new Set(seen.turns).size, model.requests.length, state]).toEqual([1, 1, 2]);
    const [row] = await service.tenancy.run('acme', () =>
      new TenantDb().query('SELECT content FROM messages WHERE id = $1', [seen.turns[0]]),
    );
    expect(row).toEqual({ content: seen.text });
  });

  it('comes back with its ticket also when its token may begin turns and read none', async () => {
    token = await service.token('acme', { scopes: ['chat:write'] });
    const url = await ticketUrl();
    expect(await (await fetch(url)).text()).toContain('You said: Count');
    const again = await (await fetch(url)).text();
    expect(again).toContain('You said: Count');
  });
});
