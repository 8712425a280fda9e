import { answer, startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import { TenantDb } from '@salient/tenancy';
import { launchChromium } from '@salient/tools/chromium';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startHostSite, type HostSite } from '../testing/host-site.js';
import { startVisitorService } from '../testing/visitor-service.js';
import { barriersOf, openWatched, type Watched } from '../testing/watched-page.js';

/** What the guide tells the owners of pages to do. */
const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guides/put-an-agent-on-your-site.md'), 'utf8');
const [, SNIPPET = ''] = /```html\n([^]+?)```/.exec(guide) ?? [];
const [, POLICY = ''] = /Content-Security-Policy: (.+)\n/.exec(guide) ?? [];

/** A style sheet that thinks that it is alone, and shouts. */
const LOUD = `<style>
  * { color: rgb(255, 0, 0) !important; font: italic 30px serif !important; letter-spacing: 9px !important; visibility: hidden !important;
    box-sizing: content-box !important; text-transform: uppercase !important; text-align: right !important }
  body * { transform: rotate(3deg) !important; opacity: 0.4 !important; display: inline !important; position: static !important;
    background: yellow !important; padding: 40px !important; filter: blur(2px) !important }
  :root { --accent: red; --ink: red; --surface: red; --accent-light: red }
  button, textarea, p, h2 { all: unset !important; border: 9px solid red !important }
</style>`;
/** What holds the widget, and would turn whatever is inside with it. */
const TURNED = '<style>html, body { transform: rotate(3deg); opacity: 0.4; overflow: hidden; height: 100px }</style>';
const BODY = '<h1>Our shop</h1><p>Welcome. <button>Buy</button></p><textarea>note</textarea>';
/** Everything that a style sheet could have changed on the page's own elements. */
const STYLES = `[...document.querySelectorAll('body, body > :not(salient-chat, script), body > p > *')].map((element) =>
  Array.from(getComputedStyle(element), (name) => name + ':' + getComputedStyle(element).getPropertyValue(name)).join(';'))`;

/** How everything in the widget looks. */
const LOOKS = `[...document.querySelector('salient-chat').shadowRoot.querySelectorAll('.frame *')].map((element) => {
  const { width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const names = ['color', 'background-color', 'font', 'opacity', 'visibility', 'transform', 'letter-spacing', 'padding', 'text-transform'];
  const size = [width, height].map((side) => side.toFixed(1));
  return [element.localName, element.getAttribute('class'), ...size, ...names.map((name) => style.getPropertyValue(name))].join(' ');
})`;

describe('The widget in somebody’s page', () => {
  let model: FakeOpenAi;
  let service: Awaited<ReturnType<typeof startVisitorService>>;
  let browser: Browser;
  let site: HostSite;
  let stranger: HostSite;
  let tokens: Record<string, string>;
  let opened: Watched[];
  let pages = 0;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    const environment = { LLM_BASE_URL: model.baseUrl, LLM_API_KEY: 'k', LLM_MODEL: 'fake-1' };
    [browser, service, site, stranger] = await Promise.all([
      launchChromium(),
      startVisitorService(['harbor', 'meridian'], environment),
      startHostSite(),
      startHostSite(),
    ]);
    const publishable = async (account: string, allowedOrigins: string[]) =>
      (await service.token(account, { kind: 'pk', allowedOrigins, scopes: ['chat:write', 'chat:read'] })).slice('Bearer '.length);
    tokens = { harbor: await publishable('harbor', [site.origin]), meridian: await publishable('meridian', [site.origin]) };
    tokens['elsewhere'] = await publishable('harbor', ['https://other.example']);
  });
  afterAll(async () => {
    expect(service.log.filter((line) => /sal_(pk|sk|vs)_/.test(line))).toEqual([]); // no token in a log either
    await browser.close();
    await Promise.all([site.close(), stranger.close()]);
    await service.close();
    await model.close();
  });
  beforeEach(() => (opened = []));
  afterEach(async () => {
    const cookies = await Promise.all(opened.map(({ page }) => page.context().cookies()));
    await Promise.all(opened.map(({ page }) => page.context().close()));
    expect([...opened.flatMap(({ faults }) => faults), ...cookies.flat()]).toEqual([]);
  });

  const tag = (attributes = '', account = 'harbor', token = tokens[account]) =>
    `<salient-chat account="${account}" agent="info" token="${token}" ${attributes}></salient-chat>`;
  const script = () => `<script src="${service.url}/widget.js" async></script>`;

  async function open(
    html: string,
    { on = site, csp, ...options }: BrowserContextOptions & { on?: HostSite; csp?: string } = {},
  ): Promise<Page> {
    const watched = await openWatched(browser, [service.url, site.origin, stranger.origin], options);
    opened.push(watched);
    const headers = csp === undefined ? undefined : { 'content-security-policy': csp };
    await watched.page.goto(on.show(`/${++pages}`, `<!doctype html><title>Shop</title><link rel="icon" href="data:,">${html}`, headers));
    return watched.page;
  }
  const launcher = (page: Page) => page.getByRole('button', { name: 'Open the chat with Front desk' });
  const say = async (page: Page, text: string, number = 0) => {
    const field = page.getByRole('textbox', { name: 'Write a message' }).nth(number);
    await field.fill(text);
    await field.press('Enter');
  };
  const shows = (page: Page, text: string) => page.locator('.prose').getByText(text).waitFor();
  const storedMessages = (account: string, text: string) =>
    service.tenancy.run(account, () => new TenantDb().query(`SELECT 1 FROM messages WHERE content = $1`, [text]));

  it('opens as a bubble, answers, closes with Escape, and gives the keyboard back', async () => {
    const page = await open(`${BODY}${tag()}${script()}`);
    await launcher(page).click();
    await page.getByRole('dialog', { name: 'Chat with Front desk' }).waitFor();
    await say(page, 'hello');
    await shows(page, 'You said: hello');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate(`document.activeElement.shadowRoot.activeElement.className`)).toBe('launcher');
    await page.reload();
    await launcher(page).click();
    await shows(page, 'You said: hello');
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe finds, in the %s theme', async (colorScheme) => {
    const page = await open(`<html lang="en"><main>${BODY.replace('<textarea>note</textarea>', '')}</main>${tag()}${script()}`, {
      colorScheme,
      reducedMotion: 'reduce',
    });
    await launcher(page).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await launcher(page).click();
    await say(page, 'hello');
    await page.getByRole('button', { name: 'Answer again' }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
  });

  it('stands in the page or fills it where the page says so', async () => {
    const page = await open(`<div style="width:420px">${tag('mode="inline"')}</div>${script()}`);
    await page.getByText('Hello!', { exact: true }).waitFor();
    const inline = await page.locator('.panel').boundingBox();
    expect([inline?.width, inline?.height]).toEqual([420, 560]);
    await page
      .locator('salient-chat')
      .evaluate((element: { setAttribute(name: string, value: string): void }) => element.setAttribute('mode', 'full'));
    await page.getByText('Hello!', { exact: true }).waitFor();
    expect(await page.locator('.panel').boundingBox()).toEqual({ x: 0, y: 0, ...page.viewportSize() });
  });

  it('changes nothing of the page around it', async () => {
    const page = await open(BODY);
    const before = await page.evaluate(STYLES);
    const inhabited = await open(`${BODY}${tag()}${script()}`);
    await launcher(inhabited).click();
    await inhabited.getByText('Hello!', { exact: true }).waitFor();
    expect(await inhabited.evaluate(STYLES)).toEqual(before);
    expect(
      await inhabited.evaluate(`[Object.keys(window).filter((name) => /salient|chat/i.test(name)), document.head.childElementCount]`),
    ).toEqual([[], 2]);
  });

  it.each([
    ['a bubble', '', LOUD + TURNED],
    ['inline', 'mode="inline"', LOUD],
  ])('looks the same in a page whose style sheet shouts: %s', async (_name, mode, loud) => {
    const looks = async (head: string) => {
      const page = await open(`${head}${BODY}${tag(`${mode} theme="light" style="width:500px"`)}${script()}`, { reducedMotion: 'reduce' });
      if (mode === '') await launcher(page).click();
      await say(page, 'hello');
      await shows(page, 'You said: hello');
      await page.getByRole('button', { name: 'Answer again' }).waitFor();
      return (await page.evaluate(LOOKS)) as string[];
    };
    const [quiet, shouted] = [await looks(''), await looks(loud)];
    expect(quiet.length).toBeGreaterThan(50);
    expect(shouted.filter((look) => !quiet.includes(look))).toEqual([]);
  });

  it('runs as the guide says, in a page that allows what the guide names and nothing else', async () => {
    const here = (text: string) => text.replaceAll('https://chat.example.com', service.url);
    const strict = "default-src 'none'; img-src data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    const snippet = here(SNIPPET).replace('harbor-clinic', 'harbor').replace('sal_pk_…', tokens['harbor']!);
    model.reply(answer('**Yes**, in a [page](https://example.org).'));
    const page = await open(`${BODY}${snippet}`, { csp: `${strict}; ${here(POLICY)}`, locale: 'de-DE' });
    await page.getByRole('button', { name: 'Chat mit Front desk öffnen' }).click();
    await page.getByRole('textbox', { name: 'Nachricht schreiben' }).fill('Geht das?');
    await page.keyboard.press('Enter');
    await shows(page, 'Yes');
    expect(await page.locator('.prose a').getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(await page.locator('.launcher').evaluate((element: { offsetWidth: number }) => element.offsetWidth)).toBe(58);
  });

  it('does what the page’s own script tells it, and tells what happens', async () => {
    const page = await open(`${tag()}<script>
      window.told = [];
      for (const name of ['ready', 'open', 'message', 'answer', 'close'])
        document.addEventListener('salient:' + name, ({ type, detail }) => told.push([type, detail.text ?? '']));
    </script>${script()}`);
    await page.evaluate(`customElements.whenDefined('salient-chat').then(() => document.querySelector('salient-chat').open())`);
    await say(page, 'hello');
    await page.getByRole('button', { name: 'Answer again' }).waitFor();
    await page.evaluate(`document.querySelector('salient-chat').close()`);
    const told = (await page.evaluate('told')) as [string, string][];
    // The agent may be known before the panel opens or after.
    expect(told.filter(([name]) => name !== 'salient:ready')).toEqual([
      ['salient:open', ''],
      ['salient:message', 'hello'],
      ['salient:answer', 'You said: hello'],
      ['salient:close', ''],
    ]);
    expect(told).toHaveLength(5);
  });

  it('goes on with the conversation of a visitor whom the site knows, and leaves nothing in the browser', async () => {
    const server = { authorization: await service.token('harbor'), 'content-type': 'application/json' };
    const agent = `${service.url}/accounts/harbor/agents/info`;
    const post = async (path: string, body: object) =>
      (await (await fetch(agent + path, { method: 'POST', headers: server, body: JSON.stringify(body) })).json()) as Record<string, string>;
    const { session_id: sessionId } = await post('/chat', { message: 'my order is late' });
    const { session_token: signed } = await post(`/sessions/${sessionId}/token`, {});
    const page = await open(`${tag('mode="inline"')}${script()}`);
    await page.evaluate(
      `customElements.whenDefined('salient-chat').then(() => document.querySelector('salient-chat').identify('${signed}'))`,
    );
    await shows(page, 'You said: my order is late');
    await say(page, 'and now?');
    await shows(page, 'You said: and now?');
    expect(await page.evaluate('[localStorage.length, sessionStorage.length]')).toEqual([0, 0]);
    const refused = `document.querySelector('salient-chat').identify('nonsense').catch((error) => error.name)`;
    expect(await page.evaluate(refused)).toBe('TypeError');
  });

  it('does not mix with another one on the same page: of another account, or of the same agent', async () => {
    const html = `${tag('mode="inline"')}${tag('mode="inline"', 'meridian')}${tag('mode="inline"')}${script()}`;
    const page = await open(html);
    const texts = () =>
      page
        .locator('salient-chat')
        .evaluateAll((all: { shadowRoot: { querySelectorAll(css: string): Iterable<{ textContent: string }> } }[]) =>
          all.map(({ shadowRoot }) => Array.from(shadowRoot.querySelectorAll('.bubble'), ({ textContent }) => textContent)),
        );
    for (const [number, text] of ['first', 'second', 'third'].entries()) {
      await say(page, text, number);
      await shows(page, `You said: ${text}`);
    }
    expect(await texts()).toEqual([['first'], ['second'], ['third']]);
    expect([await storedMessages('harbor', 'second'), await storedMessages('meridian', 'second')].map(({ length }) => length)).toEqual([
      0, 1,
    ]);
    // The first one loads last, and is the first one all the same.
    const others = Promise.all([shows(page, 'You said: second'), shows(page, 'You said: third')]);
    let asked = 0;
    await page.route('**/accounts/harbor/agents/info', async (route) => {
      if (++asked === 1) await others;
      await route.continue();
    });
    await page.reload();
    await shows(page, 'You said: first');
    expect(await texts()).toEqual([['first'], ['second'], ['third']]);
  });

  it('asks once, however often it has to send the question', async () => {
    const page = await open(`${tag('mode="inline"')}${script()}`);
    let sent = 0;
    await page.route('**/chat', async (route) => {
      if (route.request().method() !== 'POST' || ++sent > 2) return route.continue();
      if (sent === 1) await route.fetch(); // it arrives, and its answer does not
      await route.abort('connectionreset');
    });
    await say(page, 'only once');
    await shows(page, 'You said: only once');
    expect(sent).toBe(3);
    expect(await storedMessages('harbor', 'only once')).toHaveLength(1);
    expect(await page.locator('.message').count()).toBe(2);
  });

  it.each([
    ['no token of the account allows', () => ({ html: tag('mode="inline"'), on: stranger })],
    ['another token allows', () => ({ html: tag('mode="inline"', 'harbor', tokens['elsewhere']), on: site })],
  ])('says so in a sentence on a site that %s', async (_case, given) => {
    const { html, on } = given();
    const page = await open(
      `<script>addEventListener('salient:error', ({ detail }) => (window.told = detail.code))</script>${html}${script()}`,
      { on },
    );
    await page.getByRole('alert').getByText(`This chat is not allowed on ${on.origin}.`).waitFor();
    expect(await page.evaluate('told')).toBe('origin_not_allowed');
    // The browser itself complains of the refused request: that is the page owner's hint.
    opened.at(-1)!.faults.splice(0, Infinity, ...opened.at(-1)!.faults.filter((fault) => !fault.includes('CORS policy')));
  });

  it('offers another try when the service was away, and does not hold up the page meanwhile', async () => {
    const page = await open(`${BODY}${tag('mode="inline"')}<script src="${service.url}/widget.js?late" async></script>`);
    await page.getByText('Hello!', { exact: true }).waitFor();
    await page.route(`${service.url}/**`, (route) => (route.request().url().includes('widget.js') ? route.continue() : route.abort()));
    await page.reload();
    await page.getByRole('heading', { name: 'Our shop' }).waitFor();
    await page.unroute(`${service.url}/**`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Hello!', { exact: true }).waitFor();
  });

  it('keeps what is typed from the shortcuts of the page', async () => {
    const page = await open(
      `${tag('mode="inline"')}<script>window.keys = []; addEventListener('keydown', ({ key }) => keys.push(key))</script>${script()}`,
    );
    await page.getByRole('textbox').pressSequentially('/k?');
    expect([await page.evaluate('keys'), await page.getByRole('textbox').inputValue()]).toEqual([[], '/k?']);
  });
});
