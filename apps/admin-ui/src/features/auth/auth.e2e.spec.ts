import { PASSWORD } from '@salient/admin-api/testing';
import * as OTPAuth from 'otpauth';
import { startAdminUi, type AdminUi } from '../../testing/start-admin-ui.js';

const SPEC_MS = 120_000;

describe('Signing in', () => {
  let ui: AdminUi;
  beforeAll(async () => {
    ui = await startAdminUi('harbor', 'meridian');
  }, SPEC_MS);
  afterAll(() => ui.close());
  afterEach(() => expect(ui.complaints).toEqual([]));

  const fragmentOf = (mail: string) => /\/(\S+#token=\S+)/.exec(mail.replaceAll(/https?:\/\/[^/]+/g, ''))![1]!;

  it('opens the account, and stays signed in when the page is loaded again', async () => {
    const page = await ui.signIn('owner');
    await page.getByRole('button', { name: 'Account harbor' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Account harbor' }).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/accounts\/harbor/);
  });

  it('says when e-mail or password is wrong, and what to do', async () => {
    const page = await ui.open('/sign-in');
    await ui.screenshot(page, 'admin-sign-in');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByLabel('E-mail').fill('owner@example.com');
    await page.getByLabel('Password').fill('not this one');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('Check them and try again').waitFor();
    expect(await ui.violations(page)).toEqual([]);
  });

  it('leads back to the address that was asked for', async () => {
    const page = await ui.signIn('owner', '/accounts/harbor?here=1');
    await page.getByRole('button', { name: 'Account harbor' }).waitFor();
    expect(page.url()).toBe(`${ui.url}/accounts/harbor?here=1`);
  });

  it('leads to no address outside, whatever a link says', async () => {
    const page = await ui.signIn('owner', '/sign-in?then=https%3A%2F%2Fexample.com');
    await page.getByRole('button', { name: 'Account harbor' }).waitFor();
    expect(new URL(page.url()).origin).toBe(ui.url);
  });

  it('speaks German where the browser does', async () => {
    const page = await ui.open('/sign-in', { language: 'de' });
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  });

  it('signs every tab of the browser out together', async () => {
    const page = await ui.signIn('viewer');
    const other = await page.context().newPage();
    await other.goto(`${ui.url}/`);
    await other.getByRole('button', { name: 'Account harbor' }).waitFor();
    await page.getByRole('button', { name: /^Profile and settings/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await other.getByText('You were signed out').waitFor();
    expect(await ui.violations(other)).toEqual([]);
  });

  it('asks for the code of a second factor where there is one', async () => {
    const { body } = await ui.admin.send('editor', 'post', '/auth/totp');
    const totp = OTPAuth.URI.parse(body.otpauth_url) as OTPAuth.TOTP;
    const { body: codes } = await ui.admin.send('editor', 'post', '/auth/totp/confirm', { totp: totp.generate() });
    const page = await ui.open('/sign-in');
    await page.getByLabel('E-mail').fill('editor@example.com');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Code').waitFor();
    expect(await ui.violations(page)).toEqual([]);
    await page.getByLabel('Code').fill(codes.recovery_codes[0]);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Account harbor' }).waitFor();
  });

  it('lets somebody new accept an invitation by its link', async () => {
    await ui.admin.send('owner', 'post', '/accounts/harbor/members', { email: 'new@example.com', role: 'editor' });
    const page = await ui.open(`/${fragmentOf(await ui.admin.mailTo('new@example.com'))}`);
    await page.getByRole('heading', { name: 'Join harbor' }).waitFor();
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Accept invitation' }).click();
    await page.getByText('Choose a password of at least 12').waitFor();
    expect(await ui.violations(page)).toEqual([]);
    await page.getByLabel('Your name').fill('Nia New');
    await page.getByLabel('New password').fill('a few words of mine');
    await page.getByRole('button', { name: 'Accept invitation' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Password').fill('a few words of mine');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Profile and settings: Nia New' }).waitFor();
  });

  it('mails a link to whoever forgot the password, which is good once', async () => {
    const page = await ui.open('/sign-in');
    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await page.getByLabel('E-mail').fill('admin@example.com');
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await page.getByText('Look into your mailbox').waitFor();
    expect(await ui.violations(page)).toEqual([]);
    const link = fragmentOf(await ui.admin.mailTo('admin@example.com'));
    for (const answer of ['Your password is changed', 'This link was used']) {
      const opened = await ui.open(`/${link}`);
      await opened.getByLabel('New password').fill('another few words');
      await opened.getByRole('button', { name: 'Change password' }).click();
      await opened.getByText(answer).waitFor();
    }
  });
});
