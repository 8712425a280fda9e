import { agentIn, say } from '@salient/admin-api/testing';
import { startAdminUi, type AdminUi } from '../../testing/start-admin-ui.js';

const SPEC_MS = 120_000;
const DAY_MS = 86_400_000;

describe('The overview', () => {
  let ui: AdminUi;
  beforeAll(async () => {
    ui = await startAdminUi('harbor', 'meridian');
    const { address } = ui.admin.tenancy.tenants['harbor']!;
    const agent = await agentIn(address, 'info');
    for (let day = 1; day < 20; day++)
      await say(
        address,
        agent,
        Array.from({ length: 1 + ((day * 7) % 5) }, () => ({
          question: 'Where can I park?',
          answer: 'In the garage on Pier Street.',
          at: new Date(Date.now() - day * DAY_MS),
          cost: '0.0123',
          model: 'a-model',
          timings: { total: 800 + day * 40, first_token: 300, tools: 20 },
        })),
      );
    await say(address, agent, [{ question: 'Do you take dogs?', answer: 'I do not know.', searches: [0] }]);
  }, SPEC_MS);
  afterAll(() => ui.close());
  afterEach(() => expect(ui.complaints).toEqual([]));

  it('shows turns, cost, latency and what was asked in vain', async () => {
    const page = await ui.signIn('owner');
    await page.getByRole('heading', { name: 'Turns by day' }).waitFor();
    await page.locator('.recharts-bar-rectangle').first().waitFor();
    await page.getByText('Do you take dogs?').waitFor();
    const days = page.getByRole('table', { name: 'Turns by day' }).getByRole('row');
    expect(await days.count()).toBeGreaterThan(30);
    expect(await ui.violations(page)).toEqual([]);
    await ui.screenshot(page, 'admin-overview');
    // What the overview keeps of the board is no hindrance when a question leaves the board.
    await page.getByRole('link', { name: 'Unanswered' }).click();
    await page.getByRole('button', { name: 'Needs no answer' }).click();
    await page.getByText('Every question found an answer').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Do you take dogs?').waitFor();
  });

  it('is readable on a phone, where the navigation opens and closes by keyboard', async () => {
    const page = await ui.signIn('viewer', '/', { width: 'phone' });
    await page.getByRole('heading', { name: 'Turns by day' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Open navigation' }).press('Enter');
    await page.getByRole('link', { name: 'Overview' }).waitFor();
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Account/ }).press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Overview' }).press('Escape');
    await page.getByRole('link', { name: 'Overview' }).waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Open navigation');
    expect(await ui.violations(page)).toEqual([]);
    await ui.screenshot(page, 'admin-overview-phone');
  });

  it('teaches where nothing was asked yet, after the account was switched', async () => {
    const page = await ui.signIn('root');
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'meridian' }).click();
    await page.getByRole('heading', { name: 'Nobody has asked anything yet' }).waitFor();
    await page.waitForURL('**/accounts/meridian');
  });

  it('stays while there is no network, and goes on with it', async () => {
    const page = await ui.signIn('owner');
    await page.getByRole('heading', { name: 'Turns by day' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline').waitFor();
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Usage' }).click();
    await page.waitForURL('**/usage');
    await page.getByText('You are offline').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'Usage', level: 1 }).waitFor();
    expect(await page.getByText('You are offline').count()).toBe(0);
  });

  it('is left and found again by the commands', async () => {
    const page = await ui.signIn('owner', '/accounts/harbor/nothing-here');
    await page.getByRole('heading', { name: 'There is nothing here', level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Commands' }).waitFor();
    expect(await ui.violations(page)).toEqual([]);
    await page.getByPlaceholder('Where to, or what to do?').fill('over');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Turns by day' }).waitFor();
  });
});
