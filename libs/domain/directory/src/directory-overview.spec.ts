import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '@salient/platform';
import { DirectoryOverviews } from './directory-overview.js';
import { putEntries } from './directory-writer.js';
import { directoryDatabase, doctor, schemaOf, type DirectoryDatabase } from './testing/directory-database.js';

describe('the overview of directories', () => {
  let database: DirectoryDatabase;
  let statements = 0;
  let sql: Sql;
  beforeAll(async () => {
    database = await directoryDatabase();
    sql = { query: (...parameters) => (statements++, database.sql.query(...parameters)) };
  });
  afterAll(() => database.close());
  beforeEach(() => {
    statements = 0;
  });

  it('names the stored values of a field, the most frequent first', async () => {
    await database.fill('doctors', 'medical_professional', [
      doctor('1', 'A', 'Neurology'),
      doctor('2', 'B', 'Cardiology', { data: { languages: ['Spanish', 'English'] } }),
      doctor('3', 'C', 'Cardiology', { data: { languages: ['Spanish'] } }),
      doctor('4', 'D', 'Cardiology', { data: { languages: ['Spanish'] } }),
    ]);
    const [doctors] = await new DirectoryOverviews().of('acme', sql);
    expect(doctors).toMatchObject({
      slug: 'doctors',
      entries: 4,
      filters: { specialty: ['Cardiology', 'Neurology'], languages: ['Spanish', 'English'] },
    });
    expect(doctors?.filters).not.toHaveProperty('gender');
  });

  it('counts a list again only when it has changed', async () => {
    const { id } = await database.fill('clinics', 'medical_professional', [doctor('1', 'A', 'Neurology')]);
    const overviews = new DirectoryOverviews(500);
    const entries = async () => (await overviews.of('acme', sql)).find((list) => list.id === id)?.entries;
    expect([await entries(), await entries(), statements]).toEqual([1, 1, 2]);
    await sleep(550);
    expect([await entries(), statements]).toEqual([1, 3]);
    await putEntries(database.sql, id, schemaOf('medical_professional'), [doctor('2', 'B', 'Cardiology')]);
    await sleep(550);
    expect([await entries(), statements]).toEqual([2, 5]);
  });

  it('never shows one account what another has', async () => {
    const overviews = new DirectoryOverviews();
    expect(await overviews.of('acme', sql)).not.toEqual([]);
    expect(await overviews.of('globex', { query: async () => [] })).toEqual([]);
  });
});
