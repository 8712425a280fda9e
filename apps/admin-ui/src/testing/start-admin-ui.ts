import AxeBuilder from '@axe-core/playwright';
import { PASSWORD, startTestAdminWith, type TestAdmin } from '@salient/admin-api/testing';
import { startChatApi } from '@salient/chat-api/testing';
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
  /** What axe finds wrong with the page, in the light and in the dark theme: one line each. */
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
  const [publicFolder, admin] = await Promise.all([builtFiles(), startTestAdminWith({}, ...accounts)]);
  const chat = await startChatApi(admin.tenancy);
  const config = loadConfig({ PORT: '0', HOST: '127.0.0.1', ADMIN_API_URL: await admin.app.getUrl(), CHAT_API_URL: await chat.getUrl() });
  const server = await createServer({ ...config, logLevel: 'silent', publicFolder }, '0.0.0-test');
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launchChromium();
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
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await showIn(page, colorScheme);
        // Axe reads computed colours: the other theme has to have been painted.
        await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
        const { violations } = await new AxeBuilder({ page }).analyze();
        found.push(
          ...violations.flatMap(({ id, nodes }) =>
            nodes.map((node) => `${colorScheme} ${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
          ),
        );
      }
      await showIn(page, 'light');
      return found;
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

/** Changes the theme, and waits until the page is painted in it: in between, some of it is in the old one. */
async function showIn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
}
