import type { Page } from 'playwright-core';
import type { DevJson } from '../local-stack/dev-json.ts';
import { CLINIC, startClinicSite } from './clinic-site.ts';
import { DESKTOP, PHONE, type Shot } from './shot.ts';

/** What visitors see: the chat page, and the widget in somebody's site. */
export const visitorShots: readonly Shot[] = [
  { name: 'chat-page-welcome', browser: { ...DESKTOP, colorScheme: 'light' }, compose: openChatPage },
  {
    name: 'chat-page',
    browser: { ...DESKTOP, colorScheme: 'light' },
    async compose(page, stack) {
      await openChatPage(page, stack);
      await ask(page, 'Which cardiologists speak Spanish?');
    },
  },
  {
    name: 'chat-page-dark',
    browser: { ...DESKTOP, colorScheme: 'dark' },
    async compose(page, stack) {
      await openChatPage(page, stack);
      await ask(page, 'How do I prepare for an MRI?');
      await ask(page, 'When is Eastgate open on Saturday?');
    },
  },
  {
    name: 'chat-page-phone',
    browser: { ...PHONE, colorScheme: 'light' },
    async compose(page, stack) {
      await openChatPage(page, stack);
      await ask(page, 'Which pediatricians are accepting new patients?');
    },
  },
  {
    name: 'widget',
    browser: { ...DESKTOP, colorScheme: 'light' },
    async compose(page, stack) {
      const site = await startClinicSite(stack);
      page.once('close', () => void site.close());
      await page.goto(site.url);
      await page.getByRole('button', { name: /^Open the chat/ }).click();
      await ask(page, 'When is Eastgate open on Saturday?');
    },
  },
];

async function openChatPage(page: Page, { chat_api: chatApi }: DevJson): Promise<void> {
  await page.goto(`${chatApi}/chat/${CLINIC}/info`);
  await page.locator('.suggestions button').first().waitFor();
}

/** Asks, and waits for the whole answer. */
async function ask(page: Page, question: string): Promise<void> {
  const field = page.getByRole('textbox');
  await field.fill(question);
  await field.press('Enter');
  await page.locator('.message.agent:last-child').getByRole('button', { name: 'Answer again' }).waitFor();
  await field.blur();
}
