import { tenantMigrations } from '@salient/domain/tenant-schema';
import { TenantDb } from '@salient/tenancy';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import fc from 'fast-check';
import { DirectoryTools } from './directory-tools.js';
import { putEntries, putList, type NewEntry } from './directory-writer.js';
import { directoryEntities } from './directory.entities.js';
import { ToolCallRefused } from './directory.errors.js';
import { doctor, schemaOf } from './testing/directory-database.js';

const FAQ: NewEntry[] = [
  {
    external_key: 'parking',
    name: 'Where can I park?',
    data: { question: 'Where can I park?', answer: 'On Pier Street.', topic: 'Parking' },
  },
];
const DOCTORS = [
  doctor('ruiz', 'Dr. Ana Ruiz', 'Cardiology', { data: { languages: ['English', 'Spanish'], accepting_new_patients: true } }),
  doctor('ito', 'Dr. Ken Ito', 'Cardiology'),
  doctor('vega', 'Dr. Luz Vega', 'Dermatology'),
];

const ALL_TOOLS = ['list_directories', 'search_directory'];

describe('the tools by which a model reads directories', () => {
  let tenancy: TestTenancy;
  let tools: DirectoryTools;
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: tenantMigrations, entities: directoryEntities }, 'acme', 'globex', 'empty');
    await tenancy.run('acme', async () => {
      await fill('doctors', 'Doctors', 'medical_professional', DOCTORS);
      await fill('faq', 'Questions', 'faq', FAQ);
    });
    await tenancy.run('globex', () => fill('staff', 'Staff', 'medical_professional', [doctor('x', 'Dr. Secret', 'Neurology')]));
  });
  afterAll(() => tenancy.close());
  beforeEach(() => {
    tools = new DirectoryTools(new TenantDb());
  });

  async function fill(slug: string, name: string, entryType: string, entries: NewEntry[]): Promise<void> {
    const schema = schemaOf(entryType);
    const id = await putList(new TenantDb(), { slug, name, entryType, schemaVersion: 1, schema, language: 'english' });
    await putEntries(new TenantDb(), id, schema, entries);
  }
  function call(name: string, args: unknown, lists: string[] | null = null) {
    const numbers: string[] = [];
    const cite = ({ entryId }: { entryId: string }) =>
      (numbers.includes(entryId) ? numbers.indexOf(entryId) : numbers.push(entryId) - 1) + 1;
    return tenancy.run('acme', () =>
      tools.call(name, typeof args === 'string' ? args : JSON.stringify(args), { lists, tools: ALL_TOOLS, cite }),
    );
  }
  const search = async (args: object) => JSON.parse((await call('search_directory', args)).content);
  async function searchParameters(account: string, lists: string[] | null) {
    const { tools: offered } = await tenancy.run(account, () => tools.offerFor({ lists, tools: ALL_TOOLS }));
    return offered.find((tool) => tool.name === 'search_directory')?.parameters as {
      properties: { list: object; filters: { properties: Record<string, object> } };
    };
  }

  it('are described by what is really stored', async () => {
    const { properties } = await searchParameters('acme', null);
    expect(properties.list).toEqual({ type: 'string', enum: ['doctors', 'faq'] });
    expect(properties.filters.properties).toEqual({
      specialty: { type: 'array', items: { type: 'string', enum: ['Cardiology', 'Dermatology'] }, description: 'In doctors.' },
      languages: { type: 'array', items: { type: 'string', enum: ['English', 'Spanish'] }, description: 'In doctors.' },
      locations: { type: 'array', items: { type: 'string', enum: ['Harbor East'] }, description: 'In doctors.' },
      accepting_new_patients: { type: 'array', items: { type: 'string', enum: ['true'] }, description: 'In doctors.' },
      topic: { type: 'array', items: { type: 'string', enum: ['Parking'] }, description: 'In faq.' },
    });
  });

  it('name sixty values of a field at most, and then allow others too', async () => {
    await tenancy.run('acme', () =>
      fill(
        'many',
        'Many',
        'faq',
        Array.from({ length: 70 }, (_, i) => ({
          external_key: `${i}`,
          name: 'q',
          data: { question: 'q', answer: 'a', topic: `Topic ${i}` },
        })),
      ),
    );
    const { properties } = await searchParameters('acme', ['many']);
    expect(properties.filters.properties['topic']).toMatchObject({
      items: { type: 'string' },
      description: expect.stringContaining('Among other values: Topic 0'),
    });
    await tenancy.run('acme', () => new TenantDb().query("DELETE FROM directory_lists WHERE slug = 'many'"));
  });

  it('are not offered to an agent that has no directory', async () => {
    const nothing = { tools: [], purposes: '' };
    expect(await tenancy.run('empty', () => tools.offerFor({ lists: null, tools: ALL_TOOLS }))).toEqual(nothing);
    expect(await tenancy.run('acme', () => tools.offerFor({ lists: [], tools: ALL_TOOLS }))).toEqual(nothing);
  });

  it('tell what each directory is for, how much it holds, and what to filter by', async () => {
    const { content, resultCount } = await call('list_directories', {});
    expect(resultCount).toBe(2);
    expect(JSON.parse(content).lists).toMatchObject([
      {
        list: 'doctors',
        name: 'Doctors',
        entry_type: 'medical_professional',
        purpose: expect.any(String),
        when_to_use: expect.any(String),
        when_not_to_use: expect.any(String),
        entries: 3,
        filters: { specialty: ['Cardiology', 'Dermatology'] },
      },
      { list: 'faq', entries: 1 },
    ]);
  });

  it('give every result its citation number, the same for the same entry', async () => {
    const found = await search({ list: 'doctors', query: 'cardiology', filters: { languages: ['spanish'] } });
    expect(found).toMatchObject({
      list: 'doctors',
      total: 1,
      results: [{ citation: 1, name: 'Dr. Ana Ruiz', tags: [], contact: {}, data: { specialty: 'Cardiology' } }],
    });
  });

  it('take single values, numbers and truths as filters too', async () => {
    expect((await search({ list: 'doctors', filters: { accepting_new_patients: true } })).total).toBe(1);
    expect((await search({ list: 'doctors', filters: { specialty: 'dermatology' } })).total).toBe(1);
  });

  it('say what is searched in words for the visitor', async () => {
    expect(await call('search_directory', { list: 'faq', query: 'park' })).toMatchObject({ label: 'Searching Questions', resultCount: 1 });
  });

  it.each([
    ['text that is no JSON', 'search_directory', '{"list":', 'not valid JSON'],
    ['arguments of another form', 'search_directory', '{"list":["doctors"]}', 'not valid: list'],
    ['an unknown argument', 'search_directory', '{"list":"doctors","sql":"SELECT 1"}', 'sql'],
    ['an unknown list', 'search_directory', '{"list":"nurses"}', 'There is no list "nurses". The lists are: doctors, faq.'],
    ['a list of another account', 'search_directory', '{"list":"staff"}', 'There is no list "staff"'],
    [
      'an unknown filter',
      'search_directory',
      '{"list":"faq","filters":{"specialty":"Cardiology"}}',
      '"faq" cannot be filtered by specialty, only by topic.',
    ],
    ['an unknown tool', 'drop_tables', '{}', 'There is no tool "drop_tables"'],
  ])('refuse %s in words for the model', async (_what, name, args, message) => {
    const refused = await call(name, args).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ToolCallRefused);
    expect((refused as Error).message).toContain(message);
  });

  it('refuse a list that the agent may not see', async () => {
    await expect(call('search_directory', { list: 'doctors' }, ['faq'])).rejects.toThrow('The lists are: faq.');
    expect(JSON.parse((await call('list_directories', {}, ['faq'])).content).lists).toHaveLength(1);
  });

  it('answer or refuse, but never fail, whatever the model writes', async () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(fc.string({ unit: 'binary', maxLength: 10 }), { maxLength: 3 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const args = fc.record(
      {
        list: fc.constantFrom('doctors', 'faq', 'x'),
        query: value,
        match: fc.constantFrom('text', 'exact', 'substring'),
        limit: fc.integer(),
        filters: fc.dictionary(fc.constantFrom('specialty', 'languages', 'topic', '__proto__', ''), value),
      },
      { requiredKeys: ['list'] },
    );
    await fc.assert(
      fc.asyncProperty(args, async (given) => {
        await call('search_directory', given).catch((error: unknown) => {
          if (!(error instanceof ToolCallRefused)) throw error;
        });
      }),
      { numRuns: 150 },
    );
  });

  it('keep to the limit that is asked for, and to twenty', async () => {
    await tenancy.run('acme', () =>
      fill(
        'crowd',
        'Crowd',
        'medical_professional',
        Array.from({ length: 30 }, (_, i) => doctor(`k${i}`, `Dr. ${i}`, 'Cardiology')),
      ),
    );
    expect((await search({ list: 'crowd', limit: 3 })).results).toHaveLength(3);
    expect((await search({ list: 'crowd' })).results).toHaveLength(8);
    expect(await search({ list: 'crowd', limit: 500 })).toMatchObject({ total: 30, results: { length: 20 } });
    await tenancy.run('acme', () => new TenantDb().query("DELETE FROM directory_lists WHERE slug = 'crowd'"));
  });
});
