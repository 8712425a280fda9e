import { testControlDatabase, type TestControlDatabase } from '@salient/platform/testing';
import { builtInSchemas } from './built-in-schemas.js';
import { SchemaNotFound } from './directory.errors.js';
import { latestSchema, publishBuiltInSchemas, SchemaCatalog } from './schema-catalog.service.js';
import { dataValidator } from './schema-document.js';

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
    expect((await catalog.get('faq')).versions).toEqual([1]);
  });

  it('adds a version when a schema differs, and keeps the one before', async () => {
    await database.control.query(`UPDATE directory_schema_versions SET schema = schema || '{"title":"Old"}' WHERE entry_type = 'product'`);
    expect(await publishBuiltInSchemas(database.control)).toEqual(['product']);
    expect(await catalog.get('product')).toMatchObject({ version: 2, versions: [2, 1] });
    expect((await catalog.getVersion('product', 1)).schema['title']).toBe('Old');
    expect(await latestSchema(database.control, 'product')).toMatchObject({ version: 2 });
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
    await expect(catalog.get(name)).rejects.toThrow(SchemaNotFound);
    await expect(catalog.getVersion(name, 1)).rejects.toThrow(SchemaNotFound);
    await expect(catalog.getVersion('faq', 99)).rejects.toThrow(SchemaNotFound);
  });

  it.each(Object.entries(builtInSchemas))('has a schema of %s whose hints speak of its own fields', (_entryType, schema) => {
    const { searchable, filterable, display, csv_aliases } = schema['x-salient'];
    const fields = Object.keys(schema.properties);
    expect(fields).toEqual(expect.arrayContaining([...searchable, ...filterable, ...display.fields, ...Object.keys(csv_aliases)]));
    expect(dataValidator(schema)({ no_such_field: 1 }).length).toBeGreaterThan(0);
  });
});
