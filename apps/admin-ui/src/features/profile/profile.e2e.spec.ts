import { PASSWORD } from '@salient/admin-api/testing';
import * as OTPAuth from 'otpauth';
import type { Locator } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { startAdminUi, type AdminUi } from '../../testing/start-admin-ui.js';

const SPEC_MS = 120_000;

describe('A person’s own page', () => {
  let ui: AdminUi;
  beforeAll(async () => {
    ui = await startAdminUi('harbor');
  }, SPEC_MS);
  afterAll(() => ui.close());
  afterEach(() => expect(ui.complaints).toEqual([]));

  /** What a camera would read: decoded from the pixels as they are painted. */
  const scan = async (code: Locator) => {
    const png = [...(await code.screenshot())];
    const image = await code.page().evaluate(async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const { width, height, data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      return { width, height, data: [...data] };
    }, png);
    return decodeQR({ ...image, data: Uint8Array.from(image.data) });
  };

  it('changes the password by the one before, and signs every other session out', async () => {
    const page = await ui.signIn('viewer');
    const elsewhere = await ui.signIn('viewer');
    await page.getByRole('button', { name: /^Profile and settings/ }).click();
    await page.getByRole('menuitem', { name: 'Profile and security' }).click();
    await page.getByRole('heading', { level: 1, name: 'Profile and security' }).waitFor();
    await page.getByText('viewer@example.com').first().waitFor();
    expect(await page.getByRole('link', { name: 'harbor' }).count()).toBe(1);
    await page.getByLabel('Current password').fill('not this one');
    await page.getByLabel('New password').fill('a few words of mine');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('This is not your current password.').waitFor();
    expect(await page.getByLabel('Current password').evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await ui.violations(page)).toEqual([]);
    await page.getByLabel('Current password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.locator('.toast-text', { hasText: 'Your password is changed' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Profile and security' }).waitFor();
    await elsewhere.getByRole('link', { name: 'Members' }).click();
    await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('sets a second factor up by a scanned code, shows recovery codes once, and turns it off with a way back', async () => {
    const page = await ui.signIn('editor', '/you');
    await page.getByRole('button', { name: 'Set up' }).click();
    const code = page.getByRole('img', { name: /^QR code/ });
    await page.emulateMedia({ colorScheme: 'dark' });
    const url = await scan(code);
    expect(url).toMatch(/^otpauth:\/\/totp\/Salient:editor%40example\.com\?/);
    expect(await page.getByRole('link', { name: 'On this device, open the app' }).getAttribute('href')).toBe(url);
    await ui.screenshot(page, 'admin-profile');
    expect(await ui.violations(page)).toEqual([]);
    const totp = OTPAuth.URI.parse(url) as OTPAuth.TOTP;
    await page.getByLabel('First code').fill('12345');
    await page.getByRole('button', { name: 'Turn on' }).click();
    await page.locator('.field-fault').waitFor();
    await page.getByLabel('First code').fill(totp.generate());
    await page.getByRole('button', { name: 'Turn on' }).click();
    const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
    await codes.first().waitFor();
    expect(await codes.count()).toBe(10);
    expect(await ui.violations(page)).toEqual([]);
    const recovery = (await codes.first().textContent())!;
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Turn off' }).waitFor();
    expect((await ui.admin.login('editor@example.com')).body.code).toBe('totp_required');
    expect((await ui.admin.login('editor@example.com', PASSWORD, recovery)).status).toBe(200);
    await page.getByRole('button', { name: 'Turn off' }).click();
    const done = page.waitForResponse((response) => response.request().method() === 'DELETE' && response.status() === 204);
    await page.locator('.toast').getByRole('button', { name: 'Close' }).click();
    await done;
    expect((await ui.admin.login('editor@example.com')).status).toBe(200);
  });

  it('shows where somebody is signed in, and signs out of one of them', async () => {
    const elsewhere = await ui.signIn('admin');
    const page = await ui.signIn('admin', '/you');
    const table = page.getByRole('table', { name: 'Sessions' });
    const here = table.getByRole('row').filter({ hasText: 'this one' });
    await here.getByText('Chrome').waitFor();
    expect(await here.getByRole('button').count()).toBe(0);
    const rows = await table.getByRole('row').count();
    await ui.screenshot(page, 'admin-sessions');
    expect(await ui.violations(page)).toEqual([]);
    await table
      .getByRole('button', { name: /^Sign out of Chrome/ })
      .first()
      .click();
    await page.waitForFunction((before) => document.querySelectorAll('[role=table] [role=row]').length === before - 1, rows);
    await elsewhere.getByRole('link', { name: 'Members' }).click();
    await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await here.waitFor();
  });

  it('signs out everywhere, here too, and speaks German on a phone', async () => {
    const elsewhere = await ui.signIn('owner');
    const page = await ui.signIn('owner', '/you', { width: 'phone', language: 'de' });
    await page.getByRole('heading', { level: 1, name: 'Profil und Sicherheit' }).waitFor();
    await page.getByRole('button', { name: 'Einrichten' }).click();
    await page.getByRole('img', { name: /^QR-Code/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await ui.screenshot(page, 'admin-profile-phone');
    await page.getByRole('button', { name: 'Überall abmelden' }).click();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await elsewhere.getByRole('link', { name: 'Members' }).click();
    await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});
