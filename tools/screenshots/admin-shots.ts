import type { Page } from 'playwright-core';
import type { DevJson } from '../local-stack/dev-json.ts';
import { CLINIC } from './clinic-site.ts';
import { DESKTOP, PHONE, type Shot } from './shot.ts';

const QUESTIONS = [
  'Is there a swimming pool for visitors?',
  'Can I bring my parrot to the appointment?',
  'Which cardiologists speak Spanish?',
  'Where can I park at Eastgate?',
  'Which pediatricians are accepting new patients?',
  'Do you sell submarines?',
];

/** What admins see of the clinic, after a few visitors were there. */
export const adminShots: readonly Shot[] = [
  {
    name: 'admin-directory',
    browser: { ...DESKTOP, colorScheme: 'light' },
    async compose(page, stack) {
      await signIn(page, stack, `/accounts/${CLINIC}/directories/doctors`);
      await page.getByRole('table').getByRole('link').nth(5).waitFor();
    },
  },
  {
    name: 'admin-entry',
    browser: { ...DESKTOP, colorScheme: 'dark' },
    async compose(page, stack) {
      await signIn(page, stack, `/accounts/${CLINIC}/directories/doctors`);
      await page.getByRole('table').getByRole('link').first().click();
      await page.getByRole('heading', { name: 'History' }).waitFor();
    },
  },
  {
    name: 'admin-conversations',
    browser: { ...DESKTOP, colorScheme: 'light' },
    async compose(page, stack) {
      await visit(stack);
      await signIn(page, stack, `/accounts/${CLINIC}/conversations`);
      await page
        .getByRole('table')
        .getByRole('link')
        .nth(QUESTIONS.length - 1)
        .waitFor();
    },
  },
  {
    name: 'admin-overview',
    browser: { ...DESKTOP, colorScheme: 'light' },
    async compose(page, stack) {
      await signIn(page, stack, `/accounts/${CLINIC}`);
      await page.locator('svg.recharts-surface').first().waitFor();
    },
  },
  {
    name: 'admin-phone',
    browser: { ...PHONE, colorScheme: 'light' },
    async compose(page, stack) {
      await signIn(page, stack, `/accounts/${CLINIC}/unanswered`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('li.card').first().waitFor();
    },
  },
];

async function signIn(page: Page, { admin, admin_ui: url }: DevJson, path: string): Promise<void> {
  await page.goto(`${url}${path}`);
  await page.getByLabel('E-mail').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`**${path}`);
}

/** Asks what the clinic's visitors ask. */
async function visit({ chat_api: chatApi, accounts }: DevJson): Promise<void> {
  const { token } = accounts.find(({ slug }) => slug === CLINIC)!;
  for (const message of QUESTIONS) {
    const response = await fetch(`${chatApi}/accounts/${CLINIC}/agents/info/chat`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ message }),
    });
    if (!response.ok) throw new Error(`The chat answered ${response.status}.`);
  }
}
