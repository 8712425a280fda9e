import { addSecondServer } from '@salient/admin-api/testing';
import { startAdminUi, type AdminUi } from '../../testing/start-admin-ui.js';

const SPEC_MS = 120_000;

describe('What platform admins see', () => {
  let ui: AdminUi;
  beforeAll(async () => {
    ui = await startAdminUi('harbor', 'meridian');
    await addSecondServer(ui.admin);
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

  it('is an account that moves to another server: how far it is, and that it has come there', async () => {
    const page = await ui.signIn('root', '/platform/fleet');
    await page.getByRole('tab', { name: 'Moves' }).click();
    await page.getByText('No account has moved yet').waitFor();
    await page.getByRole('tab', { name: 'Tenants' }).click();
    await page.getByRole('button', { name: 'Move meridian' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move meridian' });
    await dialog.getByLabel('Keep the former database').selectOption('0');
    expect(await ui.violations(page)).toEqual([]);
    await ui.screenshot(page, 'admin-move-dialog');
    await dialog.getByRole('button', { name: 'Move the account' }).click();
    await page.getByText('The account is served from second.').waitFor();
    await ui.screenshot(page, 'admin-move');
    expect(await ui.violations(page)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Give the move up' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Moves' }).click();
    await page.getByRole('table', { name: 'Moves' }).getByText('default → second').waitFor();
    await page.getByRole('tab', { name: 'Tenants' }).click();
    await page.getByRole('table', { name: 'Tenants' }).getByText('second', { exact: true }).waitFor();
  });

  it('is a move that is given up: the account stays where it is', async () => {
    const { control } = ui.admin.tenancy;
    // Another process has taken the move, and works on it for as long as this test likes.
    await control.query(`
      CREATE FUNCTION busy() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        NEW.worker_id := gen_random_uuid(); NEW.lease_expires_at := now() + interval '1 hour'; RETURN NEW; END $$;
      CREATE TRIGGER busy BEFORE INSERT ON tenant_moves FOR EACH ROW EXECUTE FUNCTION busy()`);
    const page = await ui.signIn('root', '/platform/fleet');
    await page.getByRole('button', { name: 'Move harbor' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Move the account' }).click();
    await page.getByText('The account is served from default all the while.').waitFor();
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Give the move up' }).click();
    await page.getByText('The move is being undone.').waitFor();
    await control.query('DROP TRIGGER busy ON tenant_moves; UPDATE tenant_moves SET lease_expires_at = now() WHERE finished_at IS NULL');
    await page.getByText('The move was given up. The account is on default').waitFor();
    expect((await ui.admin.send('root', 'get', '/accounts/harbor')).body.status).toBe('active');
  });

  it('is nothing to anybody else', async () => {
    const page = await ui.signIn('owner', '/platform/fleet');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Fleet' }).count()).toBe(0);
  });
});
