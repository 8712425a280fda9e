import { startAdminUi, type AdminUi } from '../../testing/start-admin-ui.js';

const SPEC_MS = 120_000;

describe('What platform admins see', () => {
  let ui: AdminUi;
  beforeAll(async () => {
    ui = await startAdminUi('harbor', 'meridian');
  }, SPEC_MS);
  afterAll(() => ui.close());
  afterEach(() => expect(ui.complaints).toEqual([]));

  it('are all accounts, which they create, rename, suspend with a way back, and delete', async () => {
    const page = await ui.signIn('root', '/platform/accounts');
    await page.getByRole('link', { name: 'meridian', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Create an account' }).first().click();
    await page.getByLabel('Name').fill('Café Zürich');
    expect(await page.getByLabel('Slug').inputValue()).toBe('cafe-zurich');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Create an account' }).click();
    await page.getByRole('link', { name: 'Café Zürich' }).waitFor();
    await ui.screenshot(page, 'admin-accounts');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Actions for Café Zürich' }).click();
    await page.getByRole('menuitem', { name: 'Suspend' }).click();
    await page.locator('.toast-text', { hasText: 'Café Zürich is suspended' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('.toast-text', { hasText: 'Café Zürich is in service again' }).waitFor();
    await page.getByRole('button', { name: 'Actions for Café Zürich' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('being deleted').waitFor();
  });

  it('is the fleet, and a migration as it goes on', async () => {
    const page = await ui.signIn('root', '/platform/fleet');
    await page.getByRole('table', { name: 'Tenants' }).getByText('harbor').waitFor();
    await ui.screenshot(page, 'admin-fleet');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Migrations' }).click();
    await page.getByRole('button', { name: 'Migrate the fleet' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Migrate the fleet' }).click();
    await page.getByText('completed').waitFor();
    expect(await ui.violations(page)).toEqual([]);
  });

  it('is nothing to anybody else', async () => {
    const page = await ui.signIn('owner', '/platform/fleet');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Fleet' }).count()).toBe(0);
  });
});
