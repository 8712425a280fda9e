import { agentIn } from '@salient/admin-api/testing';
import { startAdminUi, type AdminUi } from '../../testing/start-admin-ui.js';

const SPEC_MS = 120_000;
const DAY_MS = 86_400_000;

describe('Tokens', () => {
  let ui: AdminUi;
  beforeAll(async () => {
    ui = await startAdminUi('harbor');
    await agentIn(ui.admin.tenancy.tenants['harbor']!.address, 'info');
  }, SPEC_MS);
  afterAll(() => ui.close());
  afterEach(() => expect(ui.complaints).toEqual([]));

  it(
    'are created with a secret that is shown once and works, rolled, changed and revoked',
    async () => {
      const page = await ui.signIn('admin');
      await page.getByRole('link', { name: 'Tokens' }).click();
      await page.getByRole('heading', { name: 'No token yet' }).waitFor();

      await page.getByRole('button', { name: 'Create token' }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Kind').selectOption('pk');
      await dialog.getByLabel('Name').fill('Website');
      await dialog.getByRole('button', { name: 'Create token' }).click();
      await dialog.getByText('needs at least one allowed origin').waitFor();
      expect(await ui.violations(page)).toEqual([]);
      await dialog.getByLabel('Kind').selectOption('sk');
      await dialog.getByLabel('Ends on').fill(new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10));
      await dialog.getByRole('button', { name: 'Create token' }).click();
      const secret = page.getByRole('dialog', { name: 'Your new token' });
      const text = await secret.locator('code').innerText();
      expect(await ui.violations(page)).toEqual([]);
      await secret.getByRole('button', { name: 'Copy' }).click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
      const answer = await fetch(`${ui.url}/chat-api/accounts/harbor/agents`, { headers: { authorization: `Bearer ${text}` } });
      expect([answer.status, text]).toEqual([200, expect.stringMatching(/^sal_sk_/)]);
      await page.keyboard.press('Escape');
      await secret.getByRole('button', { name: 'I have copied it' }).click();
      await page.getByText('ends soon').waitFor();
      await page.reload();
      await page.getByRole('link', { name: 'Website' }).waitFor();
      expect(await page.content()).not.toContain(text);
      expect(await ui.violations(page)).toEqual([]);
      await ui.screenshot(page, 'admin-tokens');

      await page.getByRole('link', { name: 'Website' }).click();
      await page.getByText('This token ends').waitFor();
      await page.getByLabel('Name').fill('The website');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { name: 'The website' }).waitFor();
      expect(await ui.violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Roll' }).click();
      await page.getByRole('dialog').getByLabel('The old token stays good for').selectOption('0');
      await page.getByRole('dialog').getByRole('button', { name: 'Roll' }).click();
      const rolled = await secret.locator('code').innerText();
      expect(rolled).not.toBe(text);
      await secret.getByRole('button', { name: 'I have copied it' }).click();

      await page.getByRole('link', { name: 'Tokens' }).first().click();
      await page.getByRole('link', { name: 'The website' }).click();
      await page.getByRole('button', { name: 'Revoke' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
      await page.getByText('The website is revoked.').first().waitFor();
      const { body } = await ui.admin.send('admin', 'get', '/accounts/harbor/tokens');
      expect(body.data.map(({ status }: { status: string }) => status)).toEqual(['revoked', expect.stringMatching(/expired|revoked/)]);
    },
    SPEC_MS,
  );

  it('are not offered to whoever may not see them', async () => {
    const page = await ui.signIn('viewer', '/', { width: 'phone' });
    await page.getByRole('button', { name: 'Open navigation' }).click();
    await page.getByRole('link', { name: 'Overview' }).waitFor();
    expect(await page.getByRole('link', { name: 'Tokens' }).count()).toBe(0);
    await page.goto(`${ui.url}/accounts/harbor/tokens`);
    await page.getByRole('heading', { name: 'This takes another role' }).waitFor();
    expect(await page.getByRole('button', { name: 'Create token' }).count()).toBe(0);
  });
});
