import { startAdminUi, type AdminUi } from '../../testing/start-admin-ui.js';

const SPEC_MS = 180_000;

describe('Agents', () => {
  let ui: AdminUi;
  beforeAll(async () => {
    ui = await startAdminUi('harbor');
  }, SPEC_MS);
  afterAll(() => ui.close());
  afterEach(() => expect(ui.complaints).toEqual([]));

  it(
    'are created as drafts, tried beside the form, published, compared and rolled back',
    async () => {
      const page = await ui.signIn('editor', '/accounts/harbor/agents');
      await page.getByRole('heading', { name: 'No agent yet' }).waitFor();
      await page.getByRole('button', { name: 'Create agent' }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name', { exact: true }).fill('Front Desk');
      await dialog.getByLabel('Instructions').fill('You are the front desk.');
      expect(await dialog.getByLabel('Slug').inputValue()).toBe('front-desk');
      await dialog.getByRole('button', { name: 'Create as draft' }).click();
      await page.getByRole('heading', { name: 'Front Desk' }).waitFor();

      await page.getByLabel('Greeting').fill('Good day!');
      await page.getByRole('button', { name: 'Save draft' }).click();
      await page.getByText('Draft saved').first().waitFor();
      await page.getByLabel('Ask the draft something').fill('Who are you?');
      await page.keyboard.press('Enter');
      await page.locator('.agents-prose').first().waitFor();
      expect((await page.locator('.agents-prose').innerText()).length).toBeGreaterThan(5);
      expect(await ui.violations(page)).toEqual([]);
      await ui.screenshot(page, 'admin-agent');

      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByText('published', { exact: true }).waitFor();
      await page.getByLabel('Name', { exact: true }).fill('Reception');
      // What is typed outlives another tab of the page and a reload, and is not published before it is saved.
      await page.getByRole('tab', { name: 'Versions' }).click();
      await page.getByText('Version 1').waitFor();
      await page.reload();
      await page.getByText('Version 1').waitFor();
      await page.getByRole('tab', { name: 'Edit' }).click();
      expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Reception');
      expect(await page.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'Save draft' }).click();
      await page.getByText('draft waits').waitFor();
      await page.getByRole('tab', { name: /Changes/ }).click();
      await page.locator('.agents-diff ins').filter({ hasText: 'Reception' }).waitFor();
      expect(await ui.violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByRole('heading', { name: 'Reception' }).waitFor();
      await page.getByRole('tab', { name: 'Versions' }).click();
      await page.getByRole('button', { name: 'Roll back to 1' }).click();
      await page.getByRole('heading', { name: 'Front Desk' }).waitFor();
      await page.getByText('Version 3').waitFor();
      expect(await ui.violations(page)).toEqual([]);
    },
    SPEC_MS,
  );

  it(
    'tell whoever was slower that somebody changed them, and show faults at their fields',
    async () => {
      const { body } = await ui.admin.send('owner', 'post', '/accounts/harbor/agents', { slug: 'info', name: 'Info', system_prompt: '' });
      const page = await ui.signIn('owner', `/accounts/harbor/agents/${body.id}`);
      await page.getByLabel('Name', { exact: true }).fill('');
      await page.getByRole('button', { name: 'Save draft' }).click();
      await page.getByText('must have 1 to 200 characters').waitFor();
      await ui.admin.send('owner', 'patch', `/accounts/harbor/agents/${body.id}`, { greeting: 'Hi' });
      await page.getByLabel('Name', { exact: true }).fill('Mine');
      await page.getByRole('button', { name: 'Save draft' }).click();
      await page.getByText('Somebody changed this meanwhile').waitFor();
      await page.route('**/auth/refresh', (route) => route.abort());
      await page.reload();
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
      await page.unroute('**/auth/refresh');
      await page.reload();
      await page.getByLabel('Name', { exact: true }).waitFor();
      expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Mine');
      await page.getByRole('button', { name: 'Drop the changes' }).click();
      expect(await page.getByLabel('Greeting').inputValue()).toBe('Hi');
      expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('salient.')))).toEqual([]);
    },
    SPEC_MS,
  );

  it(
    'can be read on a phone by whoever may not change them',
    async () => {
      await ui.admin.send('owner', 'post', '/accounts/harbor/agents', { slug: 'phone', name: 'On the phone', system_prompt: '' });
      const page = await ui.signIn('viewer', '/accounts/harbor/agents', { width: 'phone' });
      await page.getByRole('link', { name: 'On the phone' }).click();
      await page.getByRole('heading', { name: 'On the phone' }).waitFor();
      expect(await page.getByRole('button', { name: 'Publish' }).count()).toBe(0);
      expect(await page.getByLabel('Name', { exact: true }).isDisabled()).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      expect(await ui.violations(page)).toEqual([]);
      await ui.screenshot(page, 'admin-agent-phone');
    },
    SPEC_MS,
  );
});
