import { startAdminUi, type AdminUi } from '../../testing/start-admin-ui.js';

const SPEC_MS = 120_000;

describe('The members of an account, and its audit', () => {
  let ui: AdminUi;
  beforeAll(async () => {
    ui = await startAdminUi('harbor');
  }, SPEC_MS);
  afterAll(() => ui.close());
  afterEach(() => expect(ui.complaints).toEqual([]));

  it('are invited by e-mail, given other roles, and removed', async () => {
    const page = await ui.signIn('owner', '/accounts/harbor/members');
    const table = page.getByRole('table', { name: 'Members' });
    await table.getByText('viewer@example.com').waitFor();
    await ui.screenshot(page, 'admin-members');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByLabel('E-mail').fill('not an address');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.locator('.field-fault').waitFor();
    expect(await ui.violations(page)).toEqual([]);
    await page.getByLabel('E-mail').fill('new@example.com');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await table.getByText('invitation ends').waitFor();
    expect(await ui.admin.mailTo('new@example.com')).toContain('#token=');
    await page.getByLabel('Role of viewer@example.com').selectOption('editor');
    await page.locator('.toast-text', { hasText: 'viewer@example.com is Editor now' }).waitFor();
    // Two are on their way out: that one is gone for good does not bring the other one back into sight.
    const removed = page.waitForResponse((response) => response.request().method() === 'DELETE');
    await page.getByRole('button', { name: 'Remove viewer@example.com' }).click();
    await page.getByRole('button', { name: 'Remove new@example.com' }).click();
    expect(await ui.violations(page)).toEqual([]);
    const readAnew = page.waitForResponse((response) => response.url().endsWith('/members?limit=100'));
    await page.locator('.toast', { hasText: 'viewer@example.com is removed' }).getByRole('button', { name: 'Close' }).click();
    expect((await removed).status()).toBe(204);
    await (await readAnew).finished();
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
    expect(await table.getByText('new@example.com').count()).toBe(0);
    await page.locator('.toast', { hasText: 'new@example.com is removed' }).getByRole('button', { name: 'Undo' }).click();
    await table.getByText('new@example.com').waitFor();
    expect(await table.getByText('viewer@example.com').count()).toBe(0);
  });

  it('see who did what in the audit, with what it was before', async () => {
    await ui.admin.send('admin', 'patch', '/accounts/harbor', { name: 'Harbor & Sons' });
    const page = await ui.signIn('admin', '/accounts/harbor/audit');
    await page.getByLabel('Action').fill('account');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page
      .getByRole('button', { name: /^Details of account/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('Harbor & Sons').waitFor();
    await ui.screenshot(page, 'admin-audit');
    expect(await ui.violations(page)).toEqual([]);
  });

  it('offers nobody what his role does not allow', async () => {
    const admin = await ui.signIn('admin', '/accounts/harbor/members');
    await admin.getByLabel('Role of editor@example.com').waitFor();
    expect(await admin.getByLabel('Role of owner@example.com').count()).toBe(0);
    expect(await admin.getByRole('button', { name: 'Remove owner@example.com' }).count()).toBe(0);
    await admin.getByRole('button', { name: 'Invite somebody' }).click();
    const roles = admin.getByRole('dialog').getByLabel('Role').getByRole('option');
    expect(await roles.allTextContents()).toEqual(['Admin', 'Editor', 'Viewer']);
    const page = await ui.signIn('editor', '/accounts/harbor/members');
    await page.getByRole('table', { name: 'Members' }).waitFor();
    expect(await page.getByRole('button', { name: 'Invite somebody' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Audit' }).count()).toBe(0);
  });
});
