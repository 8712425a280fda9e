import { testControlDatabase, type TestControlDatabase } from '@salient/platform/testing';
import { builtInSchemas } from './built-in-schemas.js';
import { SchemaNotFound } from './directory.errors.js';
import { latestSchema, publishBuiltInSchemas, SchemaCatalog } from './schema-catalog.service.js';
import { dataValidator } from './schema-document.js';
import { schemaAdministration } from './schemas/schema-administration.js';
import { usableSchema } from './schemas/usable-schema.js';

describe('the catalog of directory schemas', () => {
  let database: TestControlDatabase;
  let catalog: SchemaCatalog;
  beforeAll(async () => {
    database = await testControlDatabase();
    catalog = new SchemaCatalog(database.control);
  });
  afterAll(() => database.close());

  it('publishes every built-in schema once, also when two do it at the same time', async () => {
    await Promise.all([publishBuiltInSchemas(database.control), publishBuiltInSchemas(database.control)]);
    expect(await publishBuiltInSchemas(database.control)).toEqual([]);
    expect((await catalog.versions('faq')).map(({ version }) => version)).toEqual([1]);
  });

  it('adds a version when a schema differs, and keeps the one before', async () => {
    await database.control.query(
      `UPDATE directory_schema_versions SET schema = schema || '{"title":"Old"}', document = NULL WHERE entry_type = 'product'`,
    );
    expect(await publishBuiltInSchemas(database.control)).toEqual(['product']);
    expect((await catalog.versions('product')).map(({ version }) => version)).toEqual([2, 1]);
    expect((await catalog.version('product', 1)).schema.title).toBe('Old');
    expect(await latestSchema(database.control, 'product')).toMatchObject({ version: 2 });
  });

  it('keeps the order in which a schema was written', async () => {
    const { schema } = await catalog.version('faq');
    expect(JSON.stringify(schema)).toBe(JSON.stringify(builtInSchemas['faq']));
  });

  it('keeps the order also of versions that were stored before that was kept', async () => {
    await database.control.query(`UPDATE directory_schema_versions SET document = NULL WHERE entry_type = 'faq'`);
    await publishBuiltInSchemas(database.control);
    const { schema } = await catalog.version('faq');
    expect(JSON.stringify(schema)).toBe(JSON.stringify(builtInSchemas['faq']));
  });

  it('leaves alone what the platform’s admins have written over a built-in schema', async () => {
    const author = { actor: { kind: 'admin', id: 'x' }, requestId: 'r' } as const;
    const own = { ...builtInSchemas['classes']!, title: 'Courses' };
    await database.control.transaction((sql) => schemaAdministration.addVersion(sql, 'classes', own, undefined, author));
    expect(await publishBuiltInSchemas(database.control)).toEqual([]);
    expect(await catalog.version('classes')).toMatchObject({ version: 2, origin: 'admin', schema: { title: 'Courses' } });
  });

  it('lists all of them, page by page', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await catalog.page({ limit: 5, cursor });
      seen.push(...page.data.map((summary) => summary.entry_type));
      if (!page.has_more) break;
      cursor = page.next_cursor ?? undefined;
    }
    expect(seen).toEqual(Object.keys(builtInSchemas).sort());
  });

  it.each(['nothing', 'Robert"); --', '\u0000'])('does not know the schema %j', async (name) => {
    await expect(catalog.find(name)).rejects.toThrow(SchemaNotFound);
    await expect(catalog.versions(name)).rejects.toThrow(SchemaNotFound);
    await expect(catalog.version(name, 1)).rejects.toThrow(SchemaNotFound);
    await expect(catalog.version('faq', 99)).rejects.toThrow(SchemaNotFound);
  });

  it.each(Object.entries(builtInSchemas))('has a schema of %s that passes what a schema of an admin has to', (_entryType, schema) => {
    expect(usableSchema(schema)).toEqual(schema);
    expect(dataValidator(schema)({ no_such_field: 1 }).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(builtInSchemas))('has a schema of %s that says all that people and models need to know', (_entryType, schema) => {
    const { when_not_to_use, searchable, filterable, synonyms, tags, csv_aliases, display } = schema['x-salient'];
    for (const field of Object.values(schema.properties))
      expect(field).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    expect(when_not_to_use).not.toBe('');
    expect(display.subtitle).toBeDefined();
    for (const hints of [searchable, filterable, synonyms, Object.keys(tags), Object.keys(csv_aliases), display.fields])
      expect(hints.length).toBeGreaterThan(0);
  });
});
