import { agentIn, say } from '@salient/admin-api/testing';
import { startAdminUi, type AdminUi } from '../../testing/start-admin-ui.js';

const SPEC_MS = 120_000;

describe('Conversations, what they left unanswered, and what they cost', () => {
  let ui: AdminUi;
  let faq: string;
  beforeAll(async () => {
    ui = await startAdminUi('harbor');
    const { address } = ui.admin.tenancy.tenants['harbor']!;
    const [info, sales] = [await agentIn(address, 'info'), await agentIn(address, 'sales')];
    await say(address, info, [
      {
        question: 'Where can I park?',
        answer: '<b>Behind</b> the house [1].',
        searches: [2],
        cites: true,
        feedback: 'up',
        cost: '0.01200000',
        model: 'small',
      },
      { question: 'And on Sundays?', answer: 'Everywhere.', cost: null, model: 'small' },
    ]);
    await say(address, sales, [{ question: 'Do you gift-wrap?', answer: 'I do not know.', searches: [0] }]);
    await say(address, sales, [{ question: 'Open at night?', answer: '', status: 'failed' }]);
    const created = await ui.admin.send('editor', 'post', '/accounts/harbor/directory-lists', {
      slug: 'faq',
      name: 'Questions',
      entry_type: 'faq',
    });
    faq = created.body.slug;
  }, SPEC_MS);
  afterAll(() => ui.close());
  afterEach(() => expect(ui.complaints).toEqual([]));

  it('are found by a word and read whole, as plain text, with what they rest on and what they cost', async () => {
    const page = await ui.signIn('viewer', '/accounts/harbor/conversations');
    await page.getByRole('link', { name: 'Where can I park?' }).waitFor();
    await ui.screenshot(page, 'admin-conversations');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByLabel('Words').fill('sundays');
    await page.getByRole('link', { name: 'Do you gift-wrap?' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Where can I park?' }).click();
    await page.getByText('<b>Behind</b> the house [1].').waitFor();
    await page.getByRole('link', { name: 'Parking' }).waitFor();
    await page.getByText('$0.012').first().waitFor();
    await ui.screenshot(page, 'admin-conversation');
    expect(await ui.violations(page)).toEqual([]);
    await page.goBack();
    expect(await page.getByLabel('Words').inputValue()).toBe('sundays');
  });

  it('are erased for good once the way back is closed, by those who may', async () => {
    const page = await ui.signIn('admin', '/accounts/harbor/conversations?status=failed');
    await page.getByRole('link', { name: 'Open at night?' }).click();
    await page.getByRole('button', { name: 'Erase' }).click();
    await page.locator('.toast-text', { hasText: 'The conversation will be erased' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Open at night?' }).click();
    await page.getByRole('button', { name: 'Erase' }).click();
    await page.locator('.toast-text', { hasText: 'The conversation will be erased' }).waitFor();
    expect(await ui.violations(page)).toEqual([]);
    const left = async () => (await ui.admin.send('viewer', 'get', '/accounts/harbor/sessions?status=failed')).body.data;
    expect(await left()).toHaveLength(1);
    await page.goto('about:blank'); // what was asked for is done, though the page has gone
    while ((await left()).length > 0);
  });

  it('show on a board what was asked in vain, which one step answers for everybody', async () => {
    const page = await ui.signIn('editor', '/accounts/harbor/unanswered');
    await page.getByRole('heading', { name: 'Do you gift-wrap?' }).waitFor();
    await ui.screenshot(page, 'admin-unanswered');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Answer it' }).click();
    expect(await ui.violations(page)).toEqual([]);
    await page.getByLabel('Answer', { exact: true }).fill('Yes, for two euros.');
    await page.getByRole('button', { name: 'Save the answer' }).click();
    await page.locator('.toast-text', { hasText: 'Taken care of' }).waitFor();
    await page.getByRole('heading', { name: 'Every question found an answer' }).waitFor();
    const { body } = await ui.admin.send('viewer', 'get', `/accounts/harbor/directory-lists/${faq}/entries`);
    expect(body.data).toEqual([expect.objectContaining({ data: { question: 'Do you gift-wrap?', answer: 'Yes, for two euros.' } })]);
  });

  it('add up in plots and sums that say what is unknown', async () => {
    const page = await ui.signIn('viewer', '/accounts/harbor/usage?by=model');
    await page.getByText('of 1 turn the cost is unknown').waitFor();
    await page.getByRole('table', { name: 'Model' }).getByText('small').waitFor();
    await page.locator('svg.recharts-surface').first().waitFor();
    await ui.screenshot(page, 'admin-usage');
    expect(await ui.violations(page)).toEqual([]);
  });

  it('fit a phone', async () => {
    const page = await ui.signIn('viewer', '/accounts/harbor/conversations', { width: 'phone' });
    await page.getByRole('link', { name: 'Where can I park?' }).waitFor();
    await ui.screenshot(page, 'admin-conversations-phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
