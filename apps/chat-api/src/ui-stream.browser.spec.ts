import { answer, startFakeOpenAi, type FakeOpenAi } from '@salient/domain/models/testing';
import { launchChromium } from '@salient/tools/chromium';
import type { Browser, Page } from 'playwright-core';
import { startTestService, type TestService } from './testing/test-service.js';
import { useChatPage } from './testing/use-chat-page.js';

describe('React’s useChat in a browser', () => {
  let model: FakeOpenAi;
  let service: TestService;
  let browser: Browser;
  let script: string;
  let token: string;
  beforeAll(async () => {
    model = await startFakeOpenAi();
    service = await startTestService(['acme'], { LLM_BASE_URL: model.baseUrl, LLM_API_KEY: 'k', LLM_MODEL: 'fake-1' });
    [browser, script, token] = await Promise.all([launchChromium(), useChatPage(), service.token('acme')]);
  });
  afterAll(async () => {
    await browser.close();
    await service.close();
    await model.close();
  });

  /** Opens the page on the service's own origin; what it asks the API goes over the wire. */
  async function open(page: Page, more: object = {}): Promise<void> {
    const settings = { api: '/accounts/acme/agents/info/ui/chat', token, id: 'browser', ...more };
    const html = `<!doctype html><div id="root"></div><script>window.settings = ${JSON.stringify(settings)}</script><script src="/page.js"></script>`;
    await page.route('**/page', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await page.route('**/page.js', (route) => route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script }));
    await page.goto(`${service.url}/page`);
  }
  const say = async (page: Page, text: string) => {
    await page.locator('input').fill(text);
    await page.keyboard.press('Enter');
  };
  const answers = (page: Page) => page.locator('article.assistant').allTextContents();
  const ready = (page: Page) => page.getByText('ready', { exact: true }).waitFor();

  it('shows the words as they come, what was looked up, and what the answer rests on', async () => {
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const search = { list: 'doctors', filters: { languages: 'Spanish' } };
    model.reply(
      [{ toolCall: { id: 'call_1', name: 'search_directory', arguments: search } }, { finish: 'tool_calls' }, { done: true }],
      [{ text: 'Dr. Ruiz [1] ' }, { until: held }, ...answer('👩‍⚕️ does.')],
      answer('You are welcome.'),
    );
    const page = await browser.newPage();
    await open(page);
    await say(page, 'Who speaks Spanish?');
    await page.getByText('Dr. Ruiz [1]').waitFor();
    release();
    await page.getByText('Dr. Ruiz [1] 👩‍⚕️ does.').waitFor();
    await ready(page);
    expect(await page.locator('.tool').textContent()).toMatch(/: output-available$/);
    expect(await page.locator('cite').allTextContents()).toEqual(['Dr. Ana Ruiz']);
    await say(page, 'Thank you.');
    await page.getByText('You are welcome.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
  });

  it('takes up the answer again after a reload in the middle of it', async () => {
    let release!: () => void;
    const held = new Promise<void>((resolve) => (release = resolve));
    model.reply([{ text: 'Before ' }, { until: held }, ...answer('and after.')]);
    const page = await browser.newPage();
    await open(page, { id: 'reloaded' });
    await say(page, 'hello');
    await page.getByText('Before').waitFor();
    await open(page, { id: 'reloaded', resume: true, messages: [{ id: 'm', role: 'user', parts: [{ type: 'text', text: 'hello' }] }] });
    await page.getByText('Before').waitFor();
    release();
    await page.getByText('Before and after.').waitFor();
    await ready(page);
    expect(await answers(page)).toEqual(['Before and after.']);
    await page.close();
  });

  it('says so when an answer breaks off, and keeps what was said', async () => {
    model.reply([{ text: 'half of an ' }, { cut: true }]);
    const page = await browser.newPage();
    await open(page, { id: 'broken' });
    await say(page, 'hello');
    expect(await page.getByRole('alert').textContent()).toMatch(/^The model provider/);
    expect(await answers(page)).toEqual(['half of an ']);
    await page.close();
  });
});
