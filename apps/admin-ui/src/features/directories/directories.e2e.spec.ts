import { startAdminUi, type AdminUi } from '../../testing/start-admin-ui.js';

const SPEC_MS = 120_000;
const LIST = '/accounts/harbor/directory-lists/doctors';

describe('Directories', () => {
  let ui: AdminUi;
  beforeAll(async () => {
    ui = await startAdminUi('harbor');
    const { admin } = ui;
    await admin.send('editor', 'post', '/accounts/harbor/directory-lists', {
      slug: 'doctors',
      name: 'Our doctors',
      entry_type: 'medical_professional',
      description: 'Everybody whom a patient can see.',
    });
    for (const [name, specialty] of [
      ['Dr. Ana Ruiz', 'Cardiology'],
      ['Dr. Ben Okafor', 'Dermatology'],
    ])
      await admin.send('editor', 'post', `${LIST}/entries`, { name, data: { specialty, languages: ['Spanish'], locations: ['Harbor'] } });
  }, SPEC_MS);
  afterAll(() => ui.close());
  afterEach(() => expect(ui.complaints).toEqual([]));

  it('are made by choosing what their entries are', async () => {
    const page = await ui.signIn('editor', '/accounts/harbor/directories');
    await page.getByRole('link', { name: 'Our doctors' }).waitFor();
    await ui.screenshot(page, 'admin-directories');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'New directory' }).click();
    await page.getByLabel('Kind of entries').selectOption('faq');
    await page.getByLabel('Name').fill('Questions & answers');
    expect(await page.getByLabel('Slug').inputValue()).toBe('questions-answers');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Questions & answers' }).waitFor();
    await page.getByText('No entries yet').waitFor();
  });

  it('find entries as agents do, by the words that visitors use', async () => {
    const page = await ui.signIn('viewer', '/accounts/harbor/directories/doctors');
    await page.getByRole('link', { name: 'Dr. Ben Okafor' }).waitFor();
    await ui.screenshot(page, 'admin-entries');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByLabel('Find').fill('heart specialist');
    await page.getByRole('link', { name: 'Dr. Ben Okafor' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Dr. Ana Ruiz' }).waitFor();
    expect(await page.getByRole('link', { name: 'New entry' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Directories' }).first().click();
    await page.getByRole('link', { name: 'Our doctors' }).click();
    await page.getByRole('link', { name: 'Dr. Ben Okafor' }).waitFor();
    await page.goto(`${ui.url}/accounts/harbor/directories/doctors/import`);
    await page.getByRole('heading', { name: 'This takes another role' }).waitFor();
    expect(await ui.violations(page)).toEqual([]);
  });

  it('are sorted by the heads of their columns, which the address keeps', async () => {
    const page = await ui.signIn('viewer', '/accounts/harbor/directories/doctors');
    const names = page.getByRole('table', { name: 'Our doctors' }).getByRole('link');
    const first = (name: string) => names.first().filter({ hasText: name }).waitFor();
    const head = page.getByRole('columnheader', { name: 'Name' });
    await first('Dr. Ben Okafor'); // the newest
    expect(await head.getAttribute('aria-sort')).toBe('none');
    await head.getByRole('button').press('Enter');
    await first('Dr. Ana Ruiz');
    expect([await head.getAttribute('aria-sort'), new URL(page.url()).search]).toEqual(['ascending', '?sort=name']);
    expect(await head.getByRole('button').evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await ui.violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await first('Dr. Ben Okafor');
    await page.reload();
    await first('Dr. Ben Okafor');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await page.setViewportSize({ width: 375, height: 780 });
    await page.getByRole('button', { name: 'Changed' }).click();
    await page.waitForURL('**?sort=-updated_at');
    expect([await head.getAttribute('aria-sort'), await names.count()]).toEqual(['none', 2]);
  });

  it('show a form made from the schema, with each fault where it is, and every change can be taken back', async () => {
    const page = await ui.signIn('editor', '/accounts/harbor/directories/doctors/entries/new');
    await page.getByLabel('Name').fill('Dr. Chloe Meyer');
    await page.getByRole('button', { name: 'Create the entry' }).click();
    await page.locator('.field-fault').first().waitFor();
    await ui.screenshot(page, 'admin-entry-faults');
    expect(await ui.violations(page)).toEqual([]);
    await page.reload();
    await page.getByText('Not saved yet').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Dr. Chloe Meyer');
    await page.getByLabel('Specialty').fill('Neurology');
    await page.getByLabel('Languages').fill('German\nEnglish');
    await page.getByLabel('Locations').fill('Eastgate');
    await page.getByLabel('Telehealth').selectOption('true');
    await page.getByRole('button', { name: 'Create the entry' }).click();
    await page.getByRole('link', { name: 'Dr. Chloe Meyer' }).click();
    await page.getByLabel('Specialty').fill('Psychiatry');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('2. changed').waitFor();
    await ui.screenshot(page, 'admin-entry');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bring back version 1' }).click();
    await page.getByText('3. undone').waitFor();
    await page.locator('input[value="Neurology"]').waitFor(); // the form takes the entry in after its history has
    // What is written waits for its saving, whatever one does beside it.
    await page.getByLabel('Specialty').fill('Oncology');
    await page.getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('button', { name: 'Use again' }).click();
    await page.getByRole('button', { name: 'Archive' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Not saved yet').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Specialty').inputValue()).toBe('Oncology');
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('link', { name: 'Dr. Chloe Meyer' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByRole('link', { name: 'Dr. Chloe Meyer' }).waitFor();
  });

  it('take a CSV file in: columns, dry run, faults, apply, and back', async () => {
    const page = await ui.signIn('editor', '/accounts/harbor/directories/doctors/import');
    const csv = [
      'Doctor;Field;Spoken;Where;Notes',
      'Dr. Dora Lind;Urology;Swedish;Harbor;x',
      'Dr. Emil Noor;Surgery;Arabic;Harbor;y',
      ';Nobody;;;z',
    ].join('\n');
    await page.locator('input[type=file]').setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByLabel('Doctor').selectOption('name');
    await page.getByLabel('Field').selectOption('data.specialty');
    await page.getByLabel('Spoken').selectOption('data.languages');
    await page.getByLabel('Where').selectOption('data.locations');
    await page.getByLabel('Notes').selectOption('');
    await ui.screenshot(page, 'admin-import-columns');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Check the file/ }).click();
    await page.getByRole('button', { name: 'Apply 2 changes' }).waitFor();
    await page.getByRole('table', { name: 'Faulty rows' }).getByText('4', { exact: true }).first().waitFor();
    await ui.screenshot(page, 'admin-import');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Apply 2 changes' }).click();
    await page.getByText('applied', { exact: true }).waitFor();
    const names = async () => (await ui.admin.send('viewer', 'get', `${LIST}/entries`)).body.data.map(({ name }: { name: string }) => name);
    expect(await names()).toEqual(expect.arrayContaining(['Dr. Dora Lind', 'Dr. Emil Noor']));
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByText('undone').first().waitFor();
    expect(await names()).not.toContain('Dr. Dora Lind');
  });

  it('change many entries at once by keyboard, with a way back until it is done', async () => {
    const list = '/accounts/harbor/directory-lists/questions';
    const made = { slug: 'questions', name: 'Questions', entry_type: 'faq' };
    await ui.admin.send('editor', 'post', '/accounts/harbor/directory-lists', made);
    for (const name of ['Parking', 'Visiting hours', 'Dogs'])
      await ui.admin.send('editor', 'post', `${list}/entries`, { name, data: { question: `${name}?`, answer: 'Yes.' }, tags: ['new'] });
    const stored = async (status = 'active') => (await ui.admin.send('viewer', 'get', `${list}/entries?status=${status}`)).body.data;
    const page = await ui.signIn('editor', '/accounts/harbor/directories/questions');
    const table = page.getByRole('table', { name: 'Questions' });
    for (const name of ['Dogs', 'Parking']) await page.getByRole('checkbox', { name: `Select ${name}` }).press('Space');
    const bar = page.getByRole('region', { name: 'What is selected' });
    await bar.getByText('2 selected').waitFor();
    await ui.screenshot(page, 'admin-bulk');
    expect(await ui.violations(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Change …' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: '2 selected' });
    await dialog.getByLabel('Add tags').fill('checked');
    await dialog.getByLabel('Take tags away').fill('new');
    await dialog.getByLabel('Set a field').selectOption('answer');
    expect(await ui.violations(page)).toEqual([]);
    await dialog.getByLabel('Answer').fill('Ask at the desk.');
    await dialog.getByRole('button', { name: 'Change them' }).click();
    await table.getByText('checked').first().waitFor();
    expect((await stored()).flatMap(({ tags }: { tags: string[] }) => tags)).toEqual(['new', 'new', 'new']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await table.getByText('checked').first().waitFor({ state: 'detached' });
    // Everything that the search finds, also what is not loaded; archived, and back.
    await page.getByRole('checkbox', { name: 'Select Parking' }).check();
    await bar.getByRole('button', { name: 'Select all that match' }).click();
    await bar.getByText('All that match are selected').waitFor();
    await bar.getByRole('button', { name: 'Archive' }).click();
    await page.getByText('No entries yet').waitFor();
    const done = page.waitForResponse((response) => response.url().endsWith('/bulk'));
    await page.locator('.toast', { hasText: '3 entries are changed' }).getByRole('button', { name: 'Close' }).click();
    await done;
    expect([(await stored()).length, (await stored('archived')).length]).toEqual([0, 3]);
    await page.getByLabel('Status').selectOption('archived');
    await page.getByRole('checkbox', { name: 'Select all rows' }).check();
    await bar.getByText('3 selected').waitFor();
    await bar.getByRole('button', { name: 'Restore' }).click();
    await table.waitFor({ state: 'detached' });
    await page.goto('about:blank'); // what was asked for is done, though the page has gone
    while ((await stored()).length < 3);
  });

  it('rest on schemas, over which an account lays fields of its own, and sees beforehand what that does', async () => {
    const page = await ui.signIn('editor', '/accounts/harbor/directory-schemas');
    await page.getByRole('link', { name: 'Medical professional' }).waitFor();
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Medical professional' }).click();
    await page.getByLabel('Specialty').waitFor();
    await ui.screenshot(page, 'admin-schema');
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Overlay' }).click();
    const overlay = { properties: { room: { type: 'string', title: 'Room' } } };
    await page.getByLabel('Overlay').last().fill(JSON.stringify(overlay));
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByText('every entry fits').waitFor();
    expect(await ui.violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save the overlay' }).click();
    await page.locator('.toast-text', { hasText: 'Overlay version 1 is saved' }).waitFor();
    await page.getByRole('tab', { name: 'Form' }).click();
    await page.getByLabel('Room').waitFor();
  });

  it('stay quick with a list that is longer than a screen, and fit a phone', async () => {
    const entries = Array.from({ length: 130 }, (_, index) => `D${index};Surgery;German;Harbor`).join('\n');
    await ui.admin.send('editor', 'post', '/accounts/harbor/directory-lists', {
      slug: 'many',
      name: 'Many',
      entry_type: 'medical_professional',
    });
    const upload = ui.admin.send('editor', 'post', '/accounts/harbor/directory-lists/many/imports');
    const { body } = await upload.set('content-type', 'text/csv').send(`name;specialty;languages;locations\n${entries}\n`);
    const path = `/accounts/harbor/directory-lists/many/imports/${body.id}`;
    while ((await ui.admin.send('editor', 'get', path)).body.status !== 'ready');
    await ui.admin.send('editor', 'post', `${path}/apply`);
    while ((await ui.admin.send('editor', 'get', path)).body.status !== 'applied');
    const page = await ui.signIn('viewer', '/accounts/harbor/directories/many', { width: 'phone' });
    const table = page.getByRole('table', { name: 'Many' });
    await table.getByRole('link').first().waitFor();
    await ui.screenshot(page, 'admin-entries-phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.waitForFunction(() => {
      const rows = document.querySelectorAll('[role=table] [role=row]');
      rows[rows.length - 1]!.scrollIntoView();
      return [...document.querySelectorAll('[role=table] a')].some((link) => link.textContent === 'D0');
    });
    // Of 130 rows only those in sight are in the document.
    expect(await table.getByRole('row').count()).toBeLessThan(60);
  });

  it('are read anew after a change as far as they are looked at, and the rest when it comes into sight', async () => {
    const page = await ui.signIn('editor', '/accounts/harbor/directories/many');
    const table = page.getByRole('table', { name: 'Many' });
    await table.getByRole('link', { name: 'D129', exact: true }).waitFor();
    const scroller = table.locator('.table-scroll');
    await page.evaluate(() => document.querySelector('[role=table]')!.scrollIntoView({ block: 'end' }));
    await scroller.press('End');
    await table.getByRole('link', { name: 'D0', exact: true }).waitFor();
    const read: (string | null)[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.endsWith('/many/entries')) read.push(searchParams.get('cursor'));
    });
    await page.getByRole('checkbox', { name: 'Select D1', exact: true }).press('Space');
    await page.getByRole('region', { name: 'What is selected' }).getByRole('button', { name: 'Archive' }).click();
    const again = page.waitForResponse((response) => new URL(response.url()).pathname.endsWith('/many/entries'));
    await page.locator('.toast', { hasText: '1 entry is changed' }).getByRole('button', { name: 'Close' }).click();
    await again;
    expect(read).toEqual([expect.any(String)]);
    expect(await table.getByRole('link', { name: 'D1', exact: true }).count()).toBe(0);
    const first = page.waitForResponse((response) => response.url().includes('/many/entries?') && !response.url().includes('cursor='));
    await scroller.press('Home');
    await first;
    expect(read).toEqual([expect.any(String), null]);
  });
});
