import { answer, startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import { TenantDb } from '@salient/tenancy';
import { launchChromium } from '@salient/tools/chromium';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startVisitorService } from '../testing/visitor-service.js';
import { barriersOf, openWatched, type Watched } from '../testing/watched-page.js';

const SEARCH = { id: 'call_1', name: 'search_directory', arguments: { list: 'doctors', filters: { languages: 'Spanish' } } };
/** A model that looks something up before it answers. */
const lookingUp = [{ toolCall: SEARCH }, { finish: 'tool_calls' }, { done: true as const }];

/** Everything that an answer can be made of. */
const RICH =
  '### Doctors\n\n**Dr. Ruiz** [1] [page](https://a.example) `code`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n> quoted\n\n1. one';
/** A colour on which and in which nothing could be read as it is. */
const AGENT = {
  description: 'Answers what visitors ask, and takes its time to say so in a line that is longer than a phone is wide.',
  theme: { accent: '#ffd43b' },
};

function gate(): { readonly held: Promise<void>; readonly open: () => void } {
  let open!: () => void;
  return { held: new Promise<void>((resolve) => (open = resolve)), open };
}

describe('The chat page in a browser', () => {
  let model: FakeOpenAi;
  let service: Awaited<ReturnType<typeof startVisitorService>>;
  let browser: Browser;
  let opened: Watched[];
  beforeAll(async () => {
    model = await startFakeOpenAi();
    const environment = { LLM_BASE_URL: model.baseUrl, LLM_API_KEY: 'k', LLM_MODEL: 'fake-1' };
    [browser, service] = await Promise.all([launchChromium(), startVisitorService(['harbor'], environment, AGENT)]);
  });
  afterAll(async () => {
    expect(service.log.filter((line) => /sal_(pk|sk|vs)_/.test(line))).toEqual([]); // no token in a log either
    await browser.close();
    await service.close();
    await model.close();
  });
  beforeEach(() => (opened = []));
  afterEach(async () => {
    await Promise.all(opened.map(({ page }) => page.context().close()));
    expect(opened.flatMap(({ faults }) => faults)).toEqual([]);
  });

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const watched = await openWatched(browser, [service.url], options);
    opened.push(watched);
    await watched.page.goto(`${service.url}/chat/harbor/info`);
    return watched.page;
  }
  const say = async (page: Page, text: string) => {
    await page.getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
  };
  const answers = (page: Page) => page.locator('.message.agent .prose').allInnerTexts();
  const settled = (page: Page) => page.getByRole('button', { name: 'Answer again' }).waitFor();
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const shows = (page: Page, text: string) => page.locator('.prose').getByText(text).waitFor();

  it('greets, suggests, and answers a suggestion', async () => {
    const page = await open();
    await page.getByText('Hello!', { exact: true }).waitFor();
    expect((await page.getByRole('textbox').boundingBox())?.height).toBeGreaterThan(30);
    await press(page, 'Who speaks Spanish?');
    await shows(page, 'You said: Who speaks Spanish?');
    expect(await page.locator('.welcome').isVisible()).toBe(false);
  });

  it('shows the words as they come, what was looked up in words, and what the answer rests on as cards', async () => {
    const { held, open: release } = gate();
    model.reply(lookingUp, [{ text: 'I found **Dr. Ana' }, { until: held }, ...answer(' Ruiz** [1].\n\n- She speaks `Spanish`')]);
    const page = await open();
    await say(page, 'Who speaks Spanish?');
    await shows(page, 'I found **Dr. Ana');
    expect(await page.locator('.tool').innerText()).toBe('Searched Doctors · 3 results');
    expect(await page.getByRole('button', { name: 'Stop answering' }).isVisible()).toBe(true);
    release();
    await settled(page);
    expect(await page.locator('.prose strong').innerText()).toBe('Dr. Ana Ruiz');
    expect(await page.locator('.prose li code').innerText()).toBe('Spanish');
    expect(await page.getByRole('group', { name: 'Source 1: Dr. Ana Ruiz' }).innerText()).toMatch(/Dr. Ana Ruiz\s+Doctors/);
    await page.getByRole('button', { name: 'Source 1: Dr. Ana Ruiz' }).click();
    expect(await page.locator('.source:focus').count()).toBe(1);
  });

  it('keeps the question in sight while a long answer grows, and leaves visitors where they read', async () => {
    const { held, open: release } = gate();
    model.reply([{ text: 'Line.\n\n'.repeat(60) }, { until: held }, ...answer('The end.')]);
    const page = await open({ reducedMotion: 'reduce' });
    await say(page, 'A long one, please');
    await page.locator('.prose p').nth(59).waitFor();
    const top = async () =>
      Math.round(((await page.locator('.bubble').boundingBox())?.y ?? 0) - ((await page.locator('.log').boundingBox())?.y ?? 0));
    expect(await top()).toBe(20);
    await page.locator('.log').evaluate((log: { scrollTop: number }) => void (log.scrollTop += 300));
    release();
    await settled(page);
    expect(await top()).toBe(-280);
    await press(page, 'Go to the latest message');
    await page.getByText('The end.').last().waitFor();
    await page.getByRole('button', { name: 'Go to the latest message' }).waitFor({ state: 'hidden' });
  });

  it('puts what was looked up in several places into one line, which opens', async () => {
    const search = (id: string, list: string) => [
      { toolCall: { id, name: 'search_directory', arguments: { list } } },
      { finish: 'tool_calls' },
      { done: true as const },
    ];
    model.reply(search('a', 'doctors'), search('b', 'faq'), answer('Here.'));
    const page = await open();
    await say(page, 'everything');
    await page.locator('summary').getByText('Searched 2 directories · 5 results').click();
    expect(await page.locator('.tools li').allInnerTexts()).toEqual(['Searched Doctors · 4 results', 'Searched FAQ · 1 result']);
  });

  it('stops where the visitor says so, and keeps what was said', async () => {
    model.reply([{ text: 'It begins ' }, { hang: true }]);
    const page = await open();
    await say(page, 'Tell me everything');
    await shows(page, 'It begins');
    await press(page, 'Stop answering');
    await page.getByText('You stopped this answer.').first().waitFor();
    expect(await answers(page)).toEqual(['It begins']);
  });

  it('answers again in the place of the last answer, and takes a rating and takes it back', async () => {
    model.reply(answer('First try.'), answer('Second try.'));
    const page = await open();
    await say(page, 'hello');
    await shows(page, 'First try.');
    await press(page, 'Answer again');
    await shows(page, 'Second try.');
    await settled(page);
    expect(await answers(page)).toEqual(['Second try.']);
    await press(page, 'This helped');
    const rated = page.getByRole('button', { name: 'This helped', pressed: true });
    await rated.waitFor();
    await page.reload();
    await rated.click();
    await page.getByRole('button', { name: 'This helped', pressed: false }).waitFor();
  });

  it('copies an answer as it was written', async () => {
    model.reply(answer('**Nine** to five'));
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await say(page, 'hours?');
    await press(page, 'Copy answer');
    await page.getByText('Copied').waitFor({ state: 'attached' });
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('**Nine** to five');
  });

  it('has the conversation again after a reload, and reads on an answer that was under way', async () => {
    const { held, open: release } = gate();
    model.reply(answer('You are welcome.'), [{ text: 'Before ' }, { until: held }, ...answer('and after.')]);
    const page = await open();
    await say(page, 'Thank you.');
    await shows(page, 'You are welcome.');
    await settled(page);
    await say(page, 'More, please');
    await shows(page, 'Before');
    await page.reload();
    await shows(page, 'Before');
    release();
    await shows(page, 'Before and after.');
    await settled(page);
    await page.reload();
    await shows(page, 'Before and after.');
    expect(await page.locator('.message').allInnerTexts()).toEqual(['Thank you.', 'You are welcome.', 'More, please', 'Before and after.']);
  });

  it('erases a conversation for good, and begins another beside one that stays', async () => {
    const page = await open();
    await say(page, 'forget me');
    await shows(page, 'You said: forget me');
    await settled(page);
    const messages = () =>
      service.tenancy.run('harbor', () => new TenantDb().query(`SELECT 1 FROM messages WHERE content LIKE '%forget me'`));
    expect(await messages()).toHaveLength(2);
    await press(page, 'Erase this conversation');
    await page.locator('.banner').getByText('The conversation was erased.').waitFor();
    expect(await messages()).toHaveLength(0);
    expect(await page.evaluate('localStorage.length')).toBe(0);
    await say(page, 'keep me');
    await shows(page, 'You said: keep me');
    await settled(page);
    await press(page, 'Start a new conversation');
    await page.getByText('Hello!', { exact: true }).waitFor();
    await page.reload();
    expect(await page.locator('.message').count()).toBe(0);
  });

  it('gives a message back that is not taken, and says why', async () => {
    const page = await open();
    await say(page, 'x'.repeat(16_001));
    await page.getByText('The message is too long: 16001 of 16000 characters.').waitFor();
    await service.tenancy.run('harbor', () => new TenantDb().query(`UPDATE agents SET status = 'draft'`));
    await say(page, 'is anybody there?');
    await page.locator('.banner').getByText('The chat is not available right now.').waitFor();
    await service.tenancy.run('harbor', () => new TenantDb().query(`UPDATE agents SET status = 'published'`));
    expect(await page.getByRole('textbox').inputValue()).toBe('is anybody there?');
  });

  it('tells screen readers the answer sentence by sentence, each once', async () => {
    const { held, open: release } = gate();
    model.reply(lookingUp, [{ text: 'We open at **nine**. We ' }, { until: held }, ...answer('close at five. Come in!')]);
    const page = await open();
    const heard = () => page.getByRole('status').locator('p').allTextContents();
    await say(page, 'hours?');
    await page.getByRole('status').getByText('We open at nine.').waitFor({ state: 'attached' });
    expect(await heard()).toEqual(['Searched Doctors · 3 results', 'We open at nine.']);
    release();
    await page.getByRole('status').getByText('Come in!').waitFor({ state: 'attached' });
    expect((await heard()).slice(1)).toEqual(['We open at nine.', 'We close at five.', 'Come in!']);
  });

  it('answers in German where the browser speaks it', async () => {
    const page = await open({ locale: 'de-AT' });
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.getByRole('textbox', { name: 'Nachricht schreiben' }).fill('Hallo');
    await press(page, 'Senden');
    await shows(page, 'You said: Hallo');
    await page.getByRole('button', { name: 'Antwort kopieren' }).waitFor();
  });

  it('moves nothing for visitors who want it still', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await say(page, 'hello');
    await settled(page);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.message')).animationName`)).toBe('none');
  });

  it('fits a phone: nothing is cut off, and every button is large enough for a thumb', async () => {
    const wide = '| a | b | c | d |\n|---|---|---|---|\n| one long cell | another long cell | a third long cell | a fourth long cell |';
    model.reply(lookingUp, answer(`${'Word'.repeat(40)}\n\n${wide}\n\n[1]`));
    const page = await open({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
    await say(page, 'hello');
    await settled(page);
    expect(await page.evaluate('[document.documentElement.scrollWidth, document.querySelector(".log").scrollWidth]')).toEqual([360, 360]);
    const buttons = await page.getByRole('button').all();
    for (const button of buttons) {
      const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
      const isInText = (await button.getAttribute('class')) === 'mark';
      if (!isInText) expect([width, height].map((side) => side >= 32)).toEqual([true, true]);
    }
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe finds, in the %s theme', async (colorScheme) => {
    model.reply(lookingUp, answer(RICH));
    const page = await open({ colorScheme, reducedMotion: 'reduce' });
    await page.getByText('Hello!', { exact: true }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await say(page, 'hello');
    await page.getByRole('button', { name: 'Answer again' }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.goto(`${service.url}/chat/harbor/nobody`);
    expect(await barriersOf(page)).toEqual([]);
  });

  it('works without a script: forms carry the whole conversation, and a reload says nothing twice', async () => {
    model.reply(lookingUp, answer('Dr. Ruiz [1]'), answer('At nine.'));
    const page = await open({ javaScriptEnabled: false });
    await press(page, 'Who speaks Spanish?');
    expect(await page.locator('.message').allInnerTexts()).toEqual([
      'Who speaks Spanish?',
      expect.stringMatching(/^Dr. Ruiz 1\s+1\s*Dr. Ana Ruiz/),
    ]);
    await page.reload();
    await page.getByRole('textbox').fill('And when?');
    await press(page, 'Send');
    expect(await page.locator('.message').allInnerTexts()).toEqual([
      'Who speaks Spanish?',
      expect.stringContaining('Dr. Ana Ruiz'),
      'And when?',
      'At nine.',
    ]);
    expect(page.url()).toBe(`${service.url}/chat/harbor/info`);
    await press(page, 'Erase this conversation');
    await page.getByRole('alert').getByText('The conversation was erased.').waitFor();
    expect(await page.locator('.message').count()).toBe(0);
  });
});
