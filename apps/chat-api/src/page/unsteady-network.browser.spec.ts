import { answer, startFakeOpenAi, type FakeOpenAi, type Step } from '@salient/domain/models/testing';
import { TenantDb } from '@salient/tenancy';
import { launchChromium } from '@salient/tools/chromium';
import type { Browser, Page } from 'playwright-core';
import { numbersFrom, startCuttingProxy, type CuttingProxy } from '../testing/cutting-proxy.js';
import { startHostSite, type HostSite } from '../testing/host-site.js';
import { startVisitorService } from '../testing/visitor-service.js';

const SEED = 20_261;
/** Long enough to be cut several times; words of which no two are alike, so that one that is lost or doubled shows. */
const pieces = Array.from({ length: 300 }, (_, index) => `word${index}👩‍⚕️ of${index} many${index} `);
const whole = pieces.join('').trim();
/** Slower than the network: an answer that comes at once would be through before anything is cut. */
const pause: Step = {
  get until() {
    return new Promise((resolve) => setTimeout(resolve, 6));
  },
};
const slowly: Step[] = [...pieces.flatMap((text): Step[] => [{ text }, pause]), { finish: 'stop' }, { done: true }];

describe('A visitor whose connection is cut at random', () => {
  let model: FakeOpenAi;
  let service: Awaited<ReturnType<typeof startVisitorService>>;
  let browser: Browser;
  let proxy: CuttingProxy;
  let site: HostSite;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    model.respond = () => slowly;
    const environment = { LLM_BASE_URL: model.baseUrl, LLM_API_KEY: 'k', LLM_MODEL: 'fake-1' };
    [browser, service, site] = await Promise.all([
      launchChromium(),
      startVisitorService(['harbor'], environment, {}, { stream: { retryMs: 100 } }),
      startHostSite(),
    ]);
    proxy = await startCuttingProxy(service.url);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([proxy.close(), site.close()]);
    await service.close();
    await model.close();
  });
  afterEach(() => {
    proxy.cutAfter(null);
    proxy.setReachable(true);
  });

  async function open(): Promise<Page> {
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    await page.goto(`${proxy.url}/chat/harbor/info`);
    return page;
  }
  const say = async (page: Page, text: string) => {
    await page.getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
  };
  const stored = (text: string) =>
    service.tenancy.run('harbor', () =>
      new TenantDb().query<{ role: string; content: string }>(
        `SELECT role, content FROM messages WHERE session_id IN (SELECT session_id FROM messages WHERE content = $1) ORDER BY seq`,
        [text],
      ),
    );

  it('reads the whole answer on the chat page: no word is lost, none comes twice, and the question was asked once', async () => {
    const page = await open();
    await page.evaluate(WATCH);
    proxy.cutAfter(numbersFrom(SEED, 1, 12_000));
    await say(page, 'everything, please');
    await page.getByRole('button', { name: 'Answer again' }).waitFor();
    expect(await page.locator('.message.agent .prose').innerText()).toBe(whole);
    const seen = (await page.evaluate('seen')) as string[];
    expect(seen.filter((text) => !whole.startsWith(text)).map((text) => text.slice(-60))).toEqual([]);
    expect(proxy.cuts).toBeGreaterThanOrEqual(2);
    const messages = await stored('everything, please');
    expect(messages.map(({ role, content }) => [role, content.trim()])).toEqual([
      ['user', 'everything, please'],
      ['assistant', whole],
    ]);
    await page.context().close();
  });

  it('goes on by itself when the network is back, with what was written offline as well', async () => {
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    model.reply([{ text: 'Before 👩‍⚕️ ' }, { until: held }, ...answer('and after.')]);
    const page = await open();
    await page.getByText('Hello!', { exact: true }).waitFor();
    proxy.setReachable(false);
    await say(page, 'are you there?');
    await page.locator('.banner').getByText('The connection was lost. Reconnecting …').waitFor();
    proxy.setReachable(true);
    await page.locator('.prose').getByText('Before 👩‍⚕️').waitFor();
    proxy.setReachable(false);
    await page.locator('.banner').getByText('The connection was lost. Reconnecting …').waitFor();
    release();
    proxy.setReachable(true);
    await page.getByRole('button', { name: 'Answer again' }).waitFor();
    expect(await page.locator('.message').allInnerTexts()).toEqual(['are you there?', 'Before 👩‍⚕️ and after.']);
    expect(await page.locator('.banner').isVisible()).toBe(false);
    expect(await stored('are you there?')).toHaveLength(2);
    await page.context().close();
  });

  it('loses nothing with an EventSource of its own either, by a ticket, from another site', async () => {
    const token = await service.token('harbor', { kind: 'pk', allowedOrigins: [site.origin], scopes: ['chat:write', 'chat:read'] });
    const page = await browser.newPage();
    await page.goto(site.show('/', '<!doctype html><title>A page of its own</title>'));
    const tickets = await page.evaluate(ISSUE_TICKETS, [service.url, token, 4] as const);
    proxy.cutAfter(numbersFrom(SEED, 2_000, 30_000));
    const before = proxy.cuts;
    const read = await page.evaluate(
      READ_BY_TICKET,
      tickets.map((ticket) => `${proxy.url}/accounts/harbor/agents/info/stream?ticket=${ticket}`),
    );
    expect(read.filter((text) => text !== pieces.join('')).map((text) => text.slice(-60))).toEqual([]);
    expect(proxy.cuts - before).toBeGreaterThan(4);
    expect(await stored('question 0')).toHaveLength(2);
    await page.close();
  });
});

/** Notes every state of the answer that the visitor could see. */
const WATCH = `window.seen = [];
  new MutationObserver(() => seen.push(document.querySelector('.prose')?.textContent.trim() ?? ''))
    .observe(document.body, { subtree: true, childList: true, characterData: true });`;

/** What the page runs: conversations of its own, and a ticket for the first question of each. */
const ISSUE_TICKETS = evaluated<readonly [string, string, number], string[]>(`async ([service, authorization, count]) => {
  const post = async (path, authorization, body) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const response = await fetch(service + '/accounts/harbor/agents/info' + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.json();
  };
  return Promise.all(Array.from({ length: count }, async (_, index) => {
    const { session_token } = await post('/sessions', authorization, {});
    return (await post('/stream-tickets', 'Bearer ' + session_token, { message: 'question ' + index })).ticket;
  }));
}`);

/** Reads each stream until the service says that there is no more, and answers its text. */
const READ_BY_TICKET = evaluated<readonly string[], string[]>(`(addresses) => Promise.all(addresses.map((address) =>
  new Promise((resolve) => {
    let text = '';
    const source = new EventSource(address);
    source.addEventListener('delta', ({ data }) => { text += JSON.parse(data).text; });
    source.addEventListener('error', () => { if (source.readyState === EventSource.CLOSED) resolve(text); });
  }),
))`);

/** A function for the page, which knows nothing of this file. */
function evaluated<Given, Result>(source: string): (given: Given) => Promise<Result> {
  return new Function(`return ${source}`)() as (given: Given) => Promise<Result>;
}
