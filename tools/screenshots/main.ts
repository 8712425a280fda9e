import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { DevJson } from '../local-stack/dev-json.ts';
import { workspace } from '../local-stack/settings.ts';
import { LaunchedStack } from '../local-stack/testing/launched-stack.ts';
import { freePort } from '../processes/ports.ts';
import { launchChromium } from '../testing/chromium.ts';
import type { Shot } from './shot.ts';
import { adminShots } from './admin-shots.ts';
import { visitorShots } from './visitor-shots.ts';

// Takes the pictures of the docs from the running product: `npm run screenshots`, or only some of them by the beginning of
// their names: `npm run screenshots -- chat-page widget`. It starts a stack of its own and leaves nothing behind.

const shots: readonly Shot[] = [...visitorShots, ...adminShots];

async function take({ name, browser: options, compose }: Shot, browser: Browser, stack: DevJson): Promise<void> {
  const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await compose(page, stack);
  await page.mouse.move(0, 0); // nothing looks as if it were pointed at
  const file = join('docs/images', `${name}.png`);
  await page.screenshot({ path: join(workspace, file) });
  await context.close();
  console.log(file);
}

const wanted = process.argv.slice(2);
const chosen = shots.filter(({ name }) => wanted.length === 0 || wanted.some((beginning) => name.startsWith(beginning)));
const folder = mkdtempSync(join(tmpdir(), 'salient-screenshots-'));
const stack = new LaunchedStack(folder, { chat: await freePort(), admin: await freePort(), ui: await freePort() });
try {
  const running = await stack.running();
  const browser = await launchChromium();
  try {
    for (const shot of chosen) await take(shot, browser, running);
  } finally {
    await browser.close();
  }
} finally {
  await stack.stop();
  rmSync(realpathSync(join(folder, 'postgres')), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
