import { PASSWORD, startTestAdminWith, type TestAdmin } from '@salient/admin-api/testing';
import { startChatApi } from '@salient/chat-api/testing';
import { COLOUR_RULES, violationsOn } from '@salient/tools/accessibility';
import { launchChromium } from '@salient/tools/chromium';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { loadConfig } from '../server/config.js';
import { createServer } from '../server/create-server.js';
import { builtFiles } from './built-files.js';

export interface PageOptions {
  readonly width?: 'desktop' | 'phone';
  readonly language?: 'en' | 'de';
}

export interface AdminUi {
  readonly url: string;
  readonly admin: TestAdmin;
  readonly browser: Browser;
  /** Opens a page in a browser profile of its own. */
  open(path: string, options?: PageOptions): Promise<Page>;
  /** Signs somebody of the test admin in (`root`, `owner`, `admin`, `editor`, `viewer`) through the door, and goes to the path. */
  signIn(who: string, path?: string, options?: PageOptions): Promise<Page>;
  /** What axe finds wrong with the page: by all its rules in the light theme, by those about colours in the dark one too. One line each. */
  violations(page: Page): Promise<string[]>;
  /** Writes `{name}.png` into the folder named by SCREENSHOTS; without it, nothing. */
  screenshot(page: Page, name: string): Promise<void>;
  /** Every error that a page has written to its console, refusals by the content security policy included. */
  readonly complaints: string[];
  close(): Promise<void>;
}

const SIZES = { desktop: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } } as const;
/** Answers that are no good ones are told by the page itself; the browser writes them to the console too. */
const EXPECTED = /^Failed to load resource/;
const FOUND_WITHIN_MS = 15_000;

/** The interface as people meet it: its server before admin-api and chat-api on PostgreSQL, in a real browser. */
export async function startAdminUi(...accounts: string[]): Promise<AdminUi> {
  const [publicFolder, admin, browser] = await Promise.all([builtFiles(), startTestAdminWith({}, ...accounts), launchChromium()]);
  const chat = await startChatApi(admin.tenancy);
  const config = loadConfig({ PORT: '0', HOST: '127.0.0.1', ADMIN_API_URL: await admin.app.getUrl(), CHAT_API_URL: await chat.getUrl() });
  const server = await createServer({ ...config, logLevel: 'silent', publicFolder }, '0.0.0-test');
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const complaints: string[] = [];

  const open = async (path: string, { width = 'desktop', language = 'en' }: PageOptions = {}) => {
    const context = await browser.newContext({
      viewport: SIZES[width],
      locale: language,
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      hasTouch: width === 'phone',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(FOUND_WITHIN_MS);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${url}${path}`);
    return page;
  };
  return {
    url,
    admin,
    browser,
    complaints,
    open,
    async signIn(who, path = '/', options = {}) {
      const page = await open(path, options);
      await page.locator('input[type=email]').fill(`${who}@example.com`);
      await page.locator('input[type=password]').fill(PASSWORD);
      await page.locator('form button[type=submit]').click();
      await page
        .getByRole('navigation')
        .or(page.getByRole('button', { name: /navigation/i }))
        .first()
        .waitFor({ state: 'attached' });
      return page;
    },
    async violations(page) {
      return [...(await violationsIn(page, 'dark', COLOUR_RULES)), ...(await violationsIn(page, 'light'))];
    },
    async screenshot(page, name) {
      const folder = process.env['SCREENSHOTS'];
      if (!folder) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`) });
    },
    async close() {
      await browser.close();
      await server.close();
      await chat.close();
      await admin.close();
    },
  };
}

async function violationsIn(page: Page, theme: 'light' | 'dark', rules?: readonly string[]): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  const violations = await violationsOn(page, rules);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${theme} ${id}: ${target.join(' ')} ${failureSummary}`),
  );
}
