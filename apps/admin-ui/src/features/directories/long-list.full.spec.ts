import { fillList } from '@salient/admin-api/testing';
import { startAdminUi, type AdminUi } from '../../testing/start-admin-ui.js';

const SPEC_MS = 300_000;
const ENTRIES = 100_000;
/** How far it is scrolled. */
const ROWS = 2_500;

describe('A list of a hundred thousand entries', () => {
  let ui: AdminUi;
  beforeAll(async () => {
    ui = await startAdminUi('harbor');
    const made = { slug: 'catalogue', name: 'Catalogue', entry_type: 'faq', language: 'english' };
    await ui.admin.send('editor', 'post', '/accounts/harbor/directory-lists', made);
    await fillList(ui.admin.tenancy.tenants['harbor']!.address, 'catalogue', ENTRIES);
  }, SPEC_MS);
  afterAll(() => ui.close());
  afterEach(() => expect(ui.complaints).toEqual([]));

  it(
    'is scrolled through page after page, with only the rows in sight in the document, and found in by a few words',
    async () => {
      const page = await ui.signIn('editor', '/accounts/harbor/directories/catalogue');
      const table = page.getByRole('table', { name: 'Catalogue' });
      await table.getByRole('link', { name: `Question ${ENTRIES}`, exact: true }).waitFor();
      expect(await table.getAttribute('aria-rowcount')).toBe(String(ENTRIES + 1));
      const most = await page.evaluate(async (index) => {
        let rowsMax = 0;
        for (;;) {
          const rows = [...document.querySelectorAll('[role=table] [role=row]')];
          rowsMax = Math.max(rowsMax, rows.length);
          rows.at(-1)!.scrollIntoView();
          if (Number(rows.at(-1)!.getAttribute('aria-rowindex')) > index) return rowsMax;
          await new Promise((painted) => requestAnimationFrame(painted));
        }
      }, ROWS);
      // The first page is there as a whole; of more only what is in sight.
      expect(most).toBeLessThan(120);
      expect(await table.getByRole('row').count()).toBeLessThan(60);
      await ui.screenshot(page, 'admin-long-list');
      expect(await ui.violations(page)).toEqual([]);
      await table.locator('.table-scroll').press('Home');
      await table.getByRole('link', { name: `Question ${ENTRIES}`, exact: true }).waitFor();
      await page.getByLabel('Find').fill('question 77777');
      await table.getByRole('link', { name: 'Question 77777', exact: true }).waitFor();
      expect(await table.getByRole('row').count()).toBe(2);
    },
    SPEC_MS,
  );

  it(
    'says why no hundred thousand are changed at once',
    async () => {
      const page = await ui.signIn('editor', '/accounts/harbor/directories/catalogue');
      await page.getByRole('checkbox', { name: 'Select all rows' }).check();
      await page.getByRole('button', { name: 'Select all that match' }).click();
      await page.getByRole('button', { name: 'Archive' }).click();
      await page.getByRole('alert').getByText('More than 50000 entries match').waitFor({ timeout: 60_000 });
    },
    SPEC_MS,
  );
});
