import { violationsOn } from '@salient/tools/accessibility';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** What a page must not do, and what it has done of it. */
export interface Watched {
  readonly page: Page;
  /** Alerts and their like, requests to other hosts, what a policy refused, errors of scripts. */
  readonly faults: string[];
}

/**
 * Opens a page in a profile of its own, and notes whatever a visitor's browser would complain of.
 *
 * @param hosts origins that it may talk to
 */
export async function openWatched(browser: Browser, hosts: readonly string[], options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/net::ERR_|status of (4|5)\d\d/.test(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== 'data:' && !hosts.includes(origin)) faults.push(`request: ${request.url()}`);
    if (/sal_(pk|sk|vs)_/.test(request.url())) faults.push(`token in an address: ${request.url()}`);
  });
  return { page, faults };
}

/** What axe finds of barriers on a page as it stands: each with the first element that has it. */
export async function barriersOf(page: Page): Promise<string[]> {
  return (await violationsOn(page)).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
