import { putEntries, type NewEntry } from './directory-writer.js';
import { EntriesRefused } from './directory.errors.js';
import { searchDirectory } from './directory-search.js';
import { directoryDatabase, doctor, schemaOf, type DirectoryDatabase } from './testing/directory-database.js';

const schema = schemaOf('medical_professional');

describe('writing entries', () => {
  let database: DirectoryDatabase;
  beforeAll(async () => {
    database = await directoryDatabase();
  });
  afterAll(() => database.close());

  const newList = async (entries: NewEntry[] = []) => (await database.fill(`list-${Math.random()}`, 'medical_professional', entries)).id;
  const put = (id: string, entries: NewEntry[]) => putEntries(database.sql, id, schema, entries);
  const rows = (id: string) =>
    database.sql.query('SELECT external_key, name, version, status FROM directory_entries WHERE list_id = $1 ORDER BY external_key', [id]);
  const faultsOf = async (entries: unknown[]) => {
    const refused = await newList()
      .then((id) => put(id, entries as NewEntry[]))
      .catch((error: unknown) => error);
    if (!(refused instanceof EntriesRefused)) throw refused;
    return refused.faults.map(({ pointer, detail }) => `${pointer}: ${detail}`);
  };

  it('adds what is new, changes what has changed, and leaves the rest as it is', async () => {
    const id = await newList([doctor('a', 'Dr. A', 'Cardiology'), doctor('b', 'Dr. B', 'Cardiology')]);
    expect(await put(id, [doctor('a', 'Dr. A', 'Cardiology'), doctor('b', 'Dr. B', 'Neurology'), doctor('c', 'Dr. C', 'Cardiology')])).toBe(
      2,
    );
    expect(await rows(id)).toMatchObject([
      { external_key: 'a', version: 1 },
      { external_key: 'b', version: 2 },
      { external_key: 'c', version: 1 },
    ]);
  });

  it('brings an archived entry back when it is written again', async () => {
    const id = await newList([doctor('a', 'Dr. A', 'Cardiology')]);
    await database.sql.query("UPDATE directory_entries SET status = 'archived' WHERE list_id = $1", [id]);
    expect(await put(id, [doctor('a', 'Dr. A', 'Cardiology')])).toBe(1);
    expect(await rows(id)).toMatchObject([{ status: 'active', version: 2 }]);
  });

  it('writes nothing at all when one entry does not fit, and says which and why', async () => {
    const id = await newList();
    const faulty = { external_key: 'b', name: 'Dr. B', data: { languages: ['English', 5], locations: [], shoe_size: 43 } };
    await expect(put(id, [doctor('a', 'Dr. A', 'Cardiology'), faulty])).rejects.toThrow('3 faults');
    expect(await rows(id)).toEqual([]);
    expect((await faultsOf([doctor('a', 'Dr. A', 'Cardiology'), faulty])).sort()).toEqual([
      '/1/data/languages/1: b: must be string',
      '/1/data/shoe_size: b: is not a field of this schema',
      '/1/data/specialty: b: is required',
    ]);
  });

  it('refuses a key that comes twice, and says where it was first', async () => {
    expect(await faultsOf([doctor('a', 'Dr. A', 'X'), doctor('b', 'Dr. B', 'X'), doctor('a', 'Dr. A', 'Y')])).toEqual([
      '/2/external_key: a: is the key of entry 0 too',
    ]);
  });

  it('refuses what PostgreSQL could not store, and names that are empty', async () => {
    const faults = await faultsOf([
      doctor('a', 'Dr. \u0000', 'X'),
      doctor('b', 'Dr. B', 'X\ud800'),
      doctor('c', '', 'X'),
      doctor('d', 'Dr. D', 'X', { contact: { phone: 5 as unknown as string } }),
    ]);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['/0/name', '/1/data/specialty', '/2/name', '/3/contact/phone']);
  });

  it('tells at most a hundred faults', async () => {
    const faults = await faultsOf(Array.from({ length: 500 }, (_, index) => ({ external_key: `k${index}`, name: 'x', data: {} })));
    expect(faults).toHaveLength(100);
  });

  it('writes thousands of entries in batches', async () => {
    const id = await newList();
    const many = Array.from({ length: 1_201 }, (_, index) => doctor(`k${index}`, `Dr. Number ${index}`, 'Cardiology'));
    expect(await put(id, many)).toBe(1_201);
    expect(await put(id, many)).toBe(0);
    expect(
      await searchDirectory(database.sql, { id, slug: '', language: 'english', schema }, { query: 'number 1177', limit: 5 }),
    ).toMatchObject({ total: 1 });
  });

  it('stores and finds an entry with a very long text', async () => {
    const bio = Array.from({ length: 60_000 }, (_, index) => `word${index.toString(36)}`).join(' ');
    const id = await newList([doctor('long', 'Dr. Long', 'Cardiology', { data: { bio } })]);
    expect(await searchDirectory(database.sql, { id, slug: '', language: 'english', schema }, { query: 'word12', limit: 5 })).toMatchObject(
      { total: 1 },
    );
  });
});
