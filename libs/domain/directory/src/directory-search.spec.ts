import fc from 'fast-check';
import { searchDirectory, type DirectoryQuery, type SearchedList } from './directory-search.js';
import { directoryDatabase, doctor, schemaOf, type DirectoryDatabase } from './testing/directory-database.js';

const DOCTORS = [
  doctor('ruiz', 'Dr. Ana Ruiz', 'Cardiology', {
    data: { languages: ['English', 'Spanish'], conditions: ['Arrhythmia'], accepting_new_patients: true },
  }),
  doctor('ito', 'Dr. Ken Ito', 'Cardiology', {
    data: { languages: ['English', 'Japanese'], accepting_new_patients: false },
    contact: { phone: '+1 555-0102', email: 'ken.ito@clinic.example' },
  }),
  doctor('costa', 'Dr. Rui Costa', 'Cardiology', { data: { languages: ['Spanish', 'Portuguese'], locations: ['Northgate'] } }),
  doctor('vega', 'Dr. Luz Vega', 'Dermatology', { data: { languages: ['Spanish'] }, tags: ['same-day'] }),
  doctor('may', 'Dr. Will May', 'Neurology', { data: { bio: 'Runs the clinic for memory. Reads about cardiology at night.' } }),
  doctor('pena', 'Dr. José Peña', 'Pediatrics', { data: { education: 'École de médecine, Genève' } }),
];

describe('searching a list', () => {
  let database: DirectoryDatabase;
  let doctors: SearchedList;
  beforeAll(async () => {
    database = await directoryDatabase();
    doctors = await database.fill('doctors', 'medical_professional', DOCTORS);
  });
  afterAll(() => database.close());

  const search = (query: Partial<DirectoryQuery>, list = doctors) => searchDirectory(database.sql, list, { limit: 20, ...query });
  const names = async (query: Partial<DirectoryQuery> | string, list = doctors) =>
    (await search(typeof query === 'string' ? { query } : query, list)).entries.map(({ name }) => name.replace('Dr. ', ''));

  it('finds a word by its beginning', async () => {
    expect((await names('dermat')).sort()).toEqual(['Luz Vega']);
    expect((await names('cardio')).sort()).toEqual(['Ana Ruiz', 'Ken Ito', 'Rui Costa', 'Will May']);
  });

  it('finds other forms of a word by the language of the list', async () => {
    expect(await names('memories')).toEqual(['Will May']);
    expect(await names('running a clinic')).toContain('Will May');
    const spanish = await database.fill(
      'medicos',
      'medical_professional',
      [doctor('x', 'Dra. Sol', 'Cardiología', { data: { bio: 'Tratamientos para corazones cansados.' } })],
      { language: 'spanish' },
    );
    expect(await names('corazón tratamiento', spanish)).toEqual(['Dra. Sol']);
  });

  it('puts the name before tags, and tags before values', async () => {
    const list = await database.fill('ranked', 'medical_professional', [
      doctor('1', 'A value', 'Podiatry', { data: { bio: 'lynx' } }),
      doctor('2', 'B tag', 'Podiatry', { tags: ['lynx'] }),
      doctor('3', 'Lynx', 'Podiatry'),
      doctor('4', 'Another value', 'Podiatry', { data: { bio: 'lynx' } }),
    ]);
    expect(await names('lynx', list)).toEqual(['Lynx', 'B tag', 'A value', 'Another value']);
  });

  it('knows the words that mean the same', async () => {
    expect((await names('heart doctors')).sort()).toEqual(['Ana Ruiz', 'Ken Ito', 'Rui Costa', 'Will May']);
    expect(await names('skin doctor')).toEqual(['Luz Vega']);
  });

  it('takes filters as filters, whatever their case', async () => {
    expect(await names({ filters: { specialty: 'cardiology', languages: 'SPANISH' } })).toEqual(['Ana Ruiz', 'Rui Costa']);
    expect(await names({ query: 'cardio', filters: { languages: ['spanish', 'Portuguese'] } })).toEqual(['Rui Costa']);
    expect(await names({ filters: { specialty: ['Dermatology', 'Neurology'] } })).toEqual(['Luz Vega', 'Will May']);
    expect(await names({ filters: { accepting_new_patients: 'true' } })).toEqual(['Ana Ruiz']);
    expect(await names({ query: 'cardio', filters: { languages: 'Klingon' } })).toEqual([]);
    expect(await names({ filters: { specialty: [] } })).toHaveLength(DOCTORS.length);
  });

  it('finds telephone numbers and addresses of mail, whole and in part', async () => {
    expect(await names('555-0102')).toEqual(['Ken Ito']);
    expect(await names('0102')).toEqual(['Ken Ito']);
    expect(await names('ken.ito@clinic.example')).toEqual(['Ken Ito']);
  });

  it('finds names with accents as people type them', async () => {
    for (const typed of ['jose pena', 'JOSÉ PEÑA', 'José', 'ecole', 'Genève']) expect(await names(typed)).toEqual(['José Peña']);
  });

  it('finds a name that is made of stop words', async () => {
    expect((await names('Will May'))[0]).toBe('Will May');
  });

  it('falls back to any of the words, and says so', async () => {
    expect(await search({ query: 'cardiology' })).toMatchObject({ matched: 'all', total: 4 });
    const found = await search({ query: 'the dermatology unicorn' });
    expect(found).toMatchObject({ matched: 'any', total: 1 });
    expect(found.entries[0]?.name).toBe('Dr. Luz Vega');
  });

  it('finds a piece of text, or a whole name, when asked to', async () => {
    expect(await names({ query: 'OSTA', match: 'substring' })).toEqual(['Rui Costa']);
    expect(await names({ query: 'éCOLE DE', match: 'substring' })).toEqual(['José Peña']);
    expect(await names({ query: 'dr. rui costa', match: 'exact' })).toEqual(['Rui Costa']);
    expect(await names({ query: 'rui', match: 'exact' })).toEqual([]);
  });

  it('counts all that it found, also beyond the limit', async () => {
    const found = await search({ limit: 2 });
    expect(found.entries).toHaveLength(2);
    expect(found.total).toBe(DOCTORS.length);
  });

  it('finds words of other scripts', async () => {
    const list = await database.fill(
      'scripts',
      'faq',
      [
        { external_key: '1', name: 'एक', data: { question: 'हिन्दी में', answer: 'हाँ' } },
        { external_key: '2', name: 'Ёлка', data: { question: 'ЁЛКИ', answer: 'Да' } },
        { external_key: '3', name: 'مرحبا', data: { question: 'أين أوقف سيارتي؟', answer: 'نعم' } },
        { external_key: '4', name: '駐車場', data: { question: '駐車場はどこですか', answer: '地下' } },
      ],
      { language: 'simple' },
    );
    expect(await names('हिन्दी', list)).toEqual(['एक']);
    expect(await names('ёлк', list)).toEqual(['Ёлка']);
    expect(await names('سيارتي', list)).toEqual(['مرحبا']);
    expect(await names('駐車', list)).toEqual(['駐車場']);
  });

  it.each([
    "O'Hara) | (x:*",
    '!!! & <-> ((',
    "'; DROP TABLE directory_entries; --",
    ':*',
    '\\',
    '%_',
    '\u0000',
    '\ud800',
    'a'.repeat(5_000),
  ])('takes %j as text', async (query) => {
    for (const match of ['text', 'exact', 'substring'] as const)
      await expect(search({ query, match })).resolves.toMatchObject({ matched: expect.anything() });
    expect(await names('dermat')).toEqual(['Luz Vega']);
  });

  it('never fails, whatever the text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[():'&|!*<>\\ a-c"-]{1,40}$/),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('text', 'exact', 'substring'), async (query, match) => {
        const { total, entries } = await search({ query, match, filters: { languages: [], [query]: [] } });
        expect(entries.length).toBeLessThanOrEqual(total);
        await search({ filters: { languages: query } });
      }),
      { numRuns: 150 },
    );
  });

  it('finds every entry by each word of its name', async () => {
    const word = fc.stringMatching(/^\p{L}{3,12}$/u);
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 3 }), async (words) => {
        const list = await database.fill('generated', 'faq', [
          { external_key: 'one', name: words.join('-'), data: { question: 'q', answer: 'a' } },
        ]);
        for (const one of words) expect(await names(one, list)).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('says nothing of entries that were archived', async () => {
    const list = await database.fill('archive', 'medical_professional', [doctor('old', 'Dr. Old', 'Cardiology')]);
    await database.sql.query("UPDATE directory_entries SET status = 'archived' WHERE list_id = $1", [list.id]);
    expect(await search({}, list)).toMatchObject({ total: 0, entries: [] });
  });

  it('searches only the fields that the schema says', async () => {
    const schema = schemaOf('medical_professional');
    const list = await database.fill('narrow', 'medical_professional', [
      doctor('a', 'Dr. A', 'Cardiology', { data: { gender: 'nonbinary' } }),
    ]);
    expect(schema['x-salient'].searchable).not.toContain('gender');
    expect(await names('nonbinary', list)).toEqual([]);
  });
});
