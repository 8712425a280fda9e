import { TenantDb } from '@salient/tenancy';
import { launchChromium } from '@salient/tools/chromium';
import type { Browser, Page } from 'playwright-core';
import { startHostSite, type HostSite } from '../testing/host-site.js';
import { startVisitorService } from '../testing/visitor-service.js';
import { openWatched, type Watched } from '../testing/watched-page.js';

const FOREIGN = 'https://evil.example';
/** What somebody might write into a directory, or make a model say. */
const HOSTILE = [
  '<script>alert(1)</script>',
  `<img src="${FOREIGN}/pixel.png" onerror="alert(2)">`,
  '<svg onload=alert(3)><iframe src="javascript:alert(4)"></iframe>',
  `<style>@import url("${FOREIGN}/a.css")</style><link rel="stylesheet" href="${FOREIGN}/b.css">`,
  `![a picture](${FOREIGN}/tracker.gif)`,
  '[click me](javascript:alert(5)) [or me](JaVaScRiPt&#58;alert(6)) [or](data:text/html,<script>alert(7)</script>) <javascript:alert(8)>',
  `[fine](${FOREIGN}/page "title\\" onclick=\\"alert(9)")`,
  `[1]: javascript:alert(10)`,
  '<form action="https://evil.example"><input name="password"></form><base href="https://evil.example/">',
  '```html\n<script>alert(11)</script>\n```',
  '| <b>a</b> | <img src=x onerror=alert(12)> |\n|---|---|\n| <i>c</i> | [x](vbscript:alert(13)) |',
  `${'> '.repeat(500)}deep`,
  Array.from({ length: 120 }, (_, depth) => `${' '.repeat(2 * depth)}- level ${depth}`).join('\n'),
].join('\n\n');

/** Elements that an answer may become, and what a link may carry. */
const STRANGE = `(() => {
  const root = document.querySelector('salient-chat')?.shadowRoot ?? document;
  const known = 'a blockquote br button code del div em h3 hr li ol p pre strong table tbody td th thead tr ul';
  return [...root.querySelectorAll('.prose *, .bubble *, .source *')].flatMap((element) => {
    const handlers = element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style' || name === 'src');
    const isKnown = known.split(' ').includes(element.localName) || element.closest('.source');
    const isSafe = element.localName !== 'a' || (/^(https?|mailto|tel):/.test(element.href) && /noopener/.test(element.rel));
    return isKnown && isSafe && handlers.length === 0 ? [] : [element.outerHTML.slice(0, 200)];
  });
})()`;

/** Where the first letter of the visitor's message stands in its bubble. */
const FIRST_LETTER_IS_RIGHT = `(() => {
  const bubble = document.querySelector('.bubble');
  const range = document.createRange();
  range.setStart(bubble.firstChild, 0);
  range.setEnd(bubble.firstChild, 1);
  const [letter, box] = [range.getBoundingClientRect(), bubble.getBoundingClientRect()];
  return letter.left > (box.left + box.right) / 2;
})()`;

describe('What nobody vouches for', () => {
  let service: Awaited<ReturnType<typeof startVisitorService>>;
  let browser: Browser;
  let site: HostSite;
  let token: string;
  let opened: Watched[];
  beforeAll(async () => {
    const agent = { name: 'Front <b>desk</b>', greeting: HOSTILE.slice(0, 400), suggestions: ['<img src=x onerror=alert(20)>'] };
    [browser, service, site] = await Promise.all([launchChromium(), startVisitorService(['harbor'], {}, agent), startHostSite()]);
    token = (await service.token('harbor', { kind: 'pk', allowedOrigins: [site.origin], scopes: ['chat:write', 'chat:read'] })).slice(7);
    await service.tenancy.run('harbor', () =>
      new TenantDb().query(
        `UPDATE directory_entries SET name = $1, data = jsonb_set(data, '{answer}', to_jsonb($2::text)) WHERE external_key = 'parking'`,
        ['Parking <img src=x onerror=alert(21)>', HOSTILE],
      ),
    );
  });
  afterAll(async () => {
    expect(service.log.filter((line) => /sal_(pk|sk|vs)_/.test(line))).toEqual([]); // no token in a log either
    await browser.close();
    await site.close();
    await service.close();
  });
  beforeEach(() => (opened = []));
  afterEach(async () => {
    await Promise.all(opened.map(({ page }) => page.context().close()));
    expect(opened.flatMap(({ faults }) => faults)).toEqual([]);
  });

  async function open(address: string, javaScriptEnabled = true): Promise<Page> {
    const watched = await openWatched(browser, [service.url, site.origin], { javaScriptEnabled });
    opened.push(watched);
    await watched.page.goto(address);
    return watched.page;
  }
  const hostPage = () =>
    site.show(
      '/',
      `<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><main><h1>Shop</h1></main>
       <salient-chat account="harbor" agent="info" token="${token}" mode="inline"></salient-chat>
       <script src="${service.url}/widget.js" async></script></html>`,
    );
  const ask = async (page: Page) => {
    await page.getByRole('textbox').fill('Where can I park? <script>alert(22)</script>');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.locator('.prose').getByText('<script>alert(1)</script>').first().waitFor();
    await page.locator('.source').first().waitFor();
  };

  it.each([
    ['the chat page', () => `${service.url}/chat/harbor/info`, true],
    ['the chat page without a script', () => `${service.url}/chat/harbor/info`, false],
    ['the widget', hostPage, true],
  ])('stays text on %s: nothing runs, nothing is loaded from elsewhere, no element comes in', async (_name, address, scripted) => {
    const page = await open(address(), scripted);
    await ask(page);
    if (scripted) expect(await page.evaluate(STRANGE)).toEqual([]);
    else
      expect(
        await page.locator('.prose :is(script, img, svg, style, form, iframe), [onerror], [onload], a[href^=javascript]').count(),
      ).toBe(0);
    expect(await page.getByRole('link', { name: 'fine' }).getAttribute('href')).toBe(`${FOREIGN}/page`);
    expect(await page.locator('.source .title').first().innerText()).toBe('Parking <img src=x onerror=alert(21)>');
  });

  it('runs in its own direction, and turns nothing around it', async () => {
    const page = await open(`${service.url}/chat/harbor/info`);
    const field = page.getByRole('textbox');
    await field.fill('هل يمكنني الوقوف؟ Where can I park?');
    expect(await field.evaluate((element) => element.matches(':dir(rtl)'))).toBe(true);
    await field.press('Enter');
    const bubble = page.locator('.bubble');
    await bubble.waitFor();
    // The first letter stands at the right, though the page runs from left to right.
    expect(await page.evaluate(FIRST_LETTER_IS_RIGHT)).toBe(true);
    await page.locator('.actions button').first().waitFor();
  });
});
