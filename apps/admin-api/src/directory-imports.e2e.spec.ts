import { TenantDb } from '@salient/tenancy';
import iconv from 'iconv-lite';
import supertest from 'supertest';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const LISTS = '/accounts/acme/directory-lists';
const HEADER = 'external_key,name,specialty,languages,locations';

interface Import {
  readonly id: string;
  readonly path: string;
  readonly status: string;
  readonly rows: number;
  readonly counts: Record<string, number>;
  readonly error: string | null;
  readonly kept: number;
}

describe('importing a CSV file', () => {
  let admin: TestAdmin;
  let send: TestAdmin['send'];
  let url: string;
  beforeAll(async () => {
    admin = await startTestAdmin('acme');
    send = admin.send;
    url = await admin.app.getUrl();
  });
  afterAll(() => admin.close());

  let serial = 0;
  const newList = async (entryType = 'medical_professional') => {
    const slug = `list-${++serial}`;
    await send('owner', 'post', LISTS, { slug, name: 'Doctors', entry_type: entryType, language: 'english' });
    return `${LISTS}/${slug}`;
  };
  const upload = (list: string, file: string | Buffer, query = '') =>
    send('owner', 'post', `${list}/imports${query}`)
      .set('content-type', 'text/csv')
      .send(file as unknown as object);
  /** Asks until nothing works on the import any more. */
  const settled = async (path: string): Promise<Import> => {
    for (;;) {
      const { body } = await send('owner', 'get', path);
      if (!['validating', 'applying'].includes(body.status)) return { ...body, path };
    }
  };
  const checked = async (list: string, file: string | Buffer, query = '') => {
    const { body } = await upload(list, file, query);
    return settled(`${list}/imports/${body.id}`);
  };
  const applied = async (list: string, file: string | Buffer, query = '') => {
    const { path } = await checked(list, file, query);
    expect((await send('owner', 'post', `${path}/apply`)).status).toBe(202);
    return settled(path);
  };
  const faultsOf = async ({ path }: Import) => {
    const { text } = await send('owner', 'get', `${path}/errors.csv`);
    return text.trimEnd().split('\r\n');
  };
  const entriesOf = async (list: string, query = '') =>
    (await send('owner', 'get', `${list}/entries?limit=100&${query}`)).body.data as Record<string, unknown>[];
  const exported = async (list: string, query = '') => (await send('viewer', 'get', `${list}/entries.csv${query}`)).text;

  const THREE = [
    HEADER,
    'a,Dr. A,Cardiology,English;Spanish,Harbor East',
    'b,Dr. B,Neurology,English,Harbor East',
    'c,Dr. C,X,Greek,West',
  ].join('\n');

  describe('the dry run', () => {
    it('answers at once, counts what would happen, and changes nothing', async () => {
      const list = await newList();
      const answer = await upload(list, THREE);
      expect([answer.status, answer.body.status]).toEqual([202, 'validating']);
      const done = await settled(`${list}/imports/${answer.body.id}`);
      expect(done).toMatchObject({
        status: 'ready',
        rows: 3,
        counts: { create: 3, update: 0, unchanged: 0, archive: 0, invalid: 0 },
        error: null,
      });
      expect(await entriesOf(list)).toEqual([]);
      expect((await send('viewer', 'get', `${list}/imports`)).body.data).toMatchObject([{ id: done.id, status: 'ready' }]);
    });

    it('takes the file as a form as well', async () => {
      const list = await newList();
      const request = send('owner', 'post', `${list}/imports`).attach('file', Buffer.from(THREE), 'doctors.csv');
      const { body } = await request;
      expect(await settled(`${list}/imports/${body.id}`)).toMatchObject({
        status: 'ready',
        file_name: 'doctors.csv',
        counts: { create: 3 },
      });
    });

    it('says for each row what is wrong with it, where, and what may have been meant', async () => {
      const list = await newList();
      const file = [
        'Key,Name,Speciality,Languages,Offices,Years of experience,Telehealth,Shoe size',
        'a,Dr. A,Cardiology,English,East,seven,yes,43',
        'b,,Cardiology,English,East,7,ys,43',
        'c,Dr. C,Cardiology,,East,-1,no,43',
        'd,Dr. D,Cardiology,English,East,7,no,43',
        'd,Dr. D2,Cardiology,English,East,7,no,43',
        'e,Dr. E,Cardiology',
      ].join('\n');
      const done = await checked(list, file);
      expect(done.counts).toEqual({ create: 1, update: 0, unchanged: 0, archive: 0, invalid: 5 });
      expect(await faultsOf(done)).toEqual([
        'row,column,code,message,suggestion',
        '1,Shoe size,unknown_column,"The schema has no such field; the column is not imported.",',
        '2,Years of experience,invalid_type,must be integer,',
        '3,Name,required,is required,',
        '3,Telehealth,invalid_type,must be boolean,yes',
        '4,Languages,required,is required,',
        '4,Years of experience,out_of_range,must be >= 0,',
        '6,external_key,duplicate_key,Row 5 has the same key.,',
        '7,,column_count,"The row has 3 cells, the header 8.",Quote cells that hold the delimiter or a line break.',
        '7,Languages,required,is required,',
        '7,Offices,required,is required,',
      ]);
    });

    it.each<[string, Buffer]>([
      ['semicolons', Buffer.from('external_key;name;question;answer\nä;Größe, Maß;"a;b";Ja')],
      ['tabs', Buffer.from('external_key\tname\tquestion\tanswer\nä\tGröße, Maß\ta;b\tJa')],
      ['a byte order mark', Buffer.from('\ufeffexternal_key,name,question,answer\nä,"Größe, Maß",a;b,Ja')],
      ['Windows’ Western encoding', iconv.encode('external_key,name,question,answer\r\nä,"Größe, Maß",a;b,Ja\r\n', 'windows-1252')],
      ['line ends of several kinds', Buffer.from('external_key,name,question,answer\r\nä,"Größe, Maß",a;b,Ja\n\rä2,,,\r\n')],
      ['UTF-16', iconv.encode('external_key,name,question,answer\nä,"Größe, Maß",a;b,Ja', 'utf-16le', { addBOM: true })],
      ['UTF-16 without a mark', iconv.encode('external_key,name,question,answer\nä,"Größe, Maß",a;b,Ja', 'utf-16le', { addBOM: false })],
      ['UTF-16 the other way', iconv.encode('external_key,name,question,answer\nä,"Größe, Maß",a;b,Ja', 'utf-16be', { addBOM: false })],
      ['names that every object has', Buffer.from('constructor,external_key,__proto__,name,question,answer\nx,ä,y,"Größe, Maß",a;b,Ja')],
      ['a field that cannot be kept', Buffer.from('external_key,name,question,answer,contact.__proto__\nä,"Größe, Maß",a;b,Ja,x')],
    ])('reads %s', async (_what, file) => {
      const list = await newList('faq');
      await applied(list, file);
      expect(await entriesOf(list)).toMatchObject([{ external_key: 'ä', name: 'Größe, Maß', data: { question: 'a;b', answer: 'Ja' } }]);
    });

    it('takes the first row of a key, however far behind it the others are', async () => {
      const list = await newList();
      const rows = Array.from({ length: 700 }, (_, index) => `k${index},Dr. ${index},Cardiology,English,East`);
      const again = (key: string) => `${key},Another,Cardiology,English,East`;
      const done = await checked(list, [HEADER, ...rows, again('k3'), again('k699'), again('k3'), again('new')].join('\n'));
      expect(done.counts).toEqual({ create: 701, update: 0, unchanged: 0, archive: 0, invalid: 3 });
      expect((await faultsOf(done)).slice(1)).toEqual([
        '702,external_key,duplicate_key,Row 5 has the same key.,',
        '703,external_key,duplicate_key,Row 701 has the same key.,',
        '704,external_key,duplicate_key,Row 5 has the same key.,',
      ]);
    });

    it('tells how the file is written, and takes columns for what somebody says that they are', async () => {
      const list = await newList();
      const file = ['Nr;Arzt;Fach;languages;locations;Interna;Telefon', '1;Dr. Ärztin;Cardiology;English;East;secret;555'].join('\n');
      const query = new URLSearchParams({
        'map[Nr]': 'external_key',
        'map[Arzt]': 'name',
        'map[Fach]': 'data.specialty',
        'map[Interna]': '',
      });
      query.set('map[Telefon]', 'contact.phone');
      expect(await checked(list, file)).toMatchObject({ status: 'failed', error: expect.stringContaining('"name"') });
      const { format, counts } = (await checked(list, file, `?${query}`)) as Import & { format: unknown };
      expect(counts).toMatchObject({ create: 1, invalid: 0 });
      expect(format).toEqual({
        encoding: 'utf-8',
        delimiter: ';',
        columns: [
          ['Nr', 'external_key'],
          ['Arzt', 'name'],
          ['Fach', 'data.specialty'],
          ['languages', 'data.languages'],
          ['locations', 'data.locations'],
          ['Interna', null],
          ['Telefon', 'contact.phone'],
        ].map(([header, target]) => ({ header, target })),
      });
      await applied(list, file, `?${query}`);
      expect(await entriesOf(list)).toMatchObject([{ external_key: '1', contact: { phone: '555' }, data: { specialty: 'Cardiology' } }]);
    });

    it('fails when the mapping speaks of a column that is not there, and refuses a target that there is not', async () => {
      const list = await newList();
      expect(await checked(list, THREE, '?map%5BArzt%5D=name')).toMatchObject({
        status: 'failed',
        error: expect.stringContaining('"Arzt"'),
      });
      expect(codeOf(await upload(list, THREE, '?map%5Bname%5D=nickname'))).toEqual([400, 'invalid_request']);
      expect(codeOf(await upload(list, THREE, '?mop%5Bname%5D=name'))).toEqual([400, 'unknown_field']);
    });

    it.each([
      ['an empty file', '', 'The file is empty.'],
      ['a file without names', 'external_key,specialty\na,X', 'The file has no column "name".'],
      ['quotes that do not match', `${HEADER}\na,"Dr. "A,X,Y,Z`, 'The quotes in line 2 do not match'],
    ])('fails for %s, and says why', async (_what, file, error) => {
      expect(await checked(await newList(), file)).toMatchObject({ status: 'failed', error: expect.stringContaining(error) });
    });

    it('wants a file, and nothing else', async () => {
      const list = await newList();
      expect(codeOf(await send('owner', 'post', `${list}/imports`, { file: 'x' }))).toEqual([415, 'unsupported_media_type']);
      expect(codeOf(await send('owner', 'post', `${list}/imports`).attach('other', Buffer.from('x'), 'x.csv'))).toEqual([
        400,
        'invalid_request',
      ]);
      expect(codeOf(await upload(list, THREE, '?on_missing=delete'))).toEqual([400, 'invalid_request']);
      expect(codeOf(await send('owner', 'post', `${list}/entries`).set('content-type', 'text/csv').send('a'))).toEqual([
        415,
        'unsupported_media_type',
      ]);
      expect(codeOf(await upload(`${LISTS}/nothing`, THREE))).toEqual([404, 'not_found']);
    });
  });

  describe('applying', () => {
    it('makes, changes and leaves entries, keeps what they were, and finds them', async () => {
      const list = await newList();
      await applied(list, THREE);
      const second = [
        HEADER,
        'a,Dr. A,Cardiology,English;Spanish,Harbor East',
        'b,Dr. Bee,Neurology,English,Harbor East',
        'd,Dr. D,X,Greek,West',
      ].join('\n');
      expect(await applied(list, second)).toMatchObject({
        status: 'applied',
        counts: { create: 1, update: 1, unchanged: 1, archive: 0, invalid: 0 },
      });
      expect((await entriesOf(list)).map(({ name, version }) => [name, version]).sort()).toEqual([
        ['Dr. A', 1],
        ['Dr. Bee', 2],
        ['Dr. C', 1],
        ['Dr. D', 1],
      ]);
      const [bee] = await entriesOf(list, 'q=bee+neuro');
      const { data } = (await send('viewer', 'get', `${list}/entries/${bee?.['id'] as string}/history`)).body;
      expect(data).toMatchObject([
        { name: 'Dr. Bee', change: 'imported', import_id: expect.any(String) },
        { name: 'Dr. B', change: 'imported' },
      ]);
    });

    it('archives what the file does not name when asked to, but nothing that a faulty row names', async () => {
      const list = await newList();
      await applied(list, THREE);
      const done = await applied(
        list,
        [HEADER, 'a,Dr. A,Cardiology,English;Spanish,Harbor East', 'b,Dr. B,Neurology,,East'].join('\n'),
        '?on_missing=archive',
      );
      expect(done.counts).toEqual({ create: 0, update: 0, unchanged: 1, archive: 1, invalid: 1 });
      expect((await entriesOf(list, 'status=archived')).map(({ name }) => name)).toEqual(['Dr. C']);
    });

    it('leaves alone what the file does not speak of', async () => {
      const list = await newList();
      const entry = { external_key: 'a', name: 'Dr. A', tags: ['new'], contact: { phone: '555' } };
      const data = { specialty: 'Cardiology', languages: ['English'], locations: ['East'], bio: 'Sails.' };
      await send('owner', 'post', `${list}/entries`, { ...entry, data });
      await applied(list, `${HEADER}\na,Dr. Ann,Cardiology,English,East`);
      expect(await entriesOf(list, 'q=sails')).toMatchObject([{ ...entry, name: 'Dr. Ann', data, version: 2 }]);
    });

    it('refuses a dry run that is out of date, and renews its counts', async () => {
      const list = await newList();
      const { path } = await checked(list, THREE);
      const data = { specialty: 'X', languages: ['Greek'], locations: ['West'] };
      await send('owner', 'post', `${list}/entries`, { external_key: 'c', name: 'Dr. C', data });
      expect(codeOf(await send('owner', 'post', `${path}/apply`))).toEqual([409, 'import_conflict']);
      expect((await send('owner', 'get', path)).body).toMatchObject({ status: 'ready', counts: { create: 2, unchanged: 1 } });
      expect((await send('owner', 'post', `${path}/apply`)).status).toBe(202);
      expect(await settled(path)).toMatchObject({ status: 'applied' });
      expect(codeOf(await send('owner', 'post', `${path}/apply`))).toEqual([409, 'import_conflict']);
    });

    it('is undone: entries are again what they were, but for those that were changed since', async () => {
      const list = await newList();
      await applied(list, THREE);
      const before = await exported(list);
      const { path } = await applied(
        list,
        [HEADER, 'a,Dr. Ay,X,Greek,West', 'b,Dr. Bee,X,Greek,West', 'd,Dr. D,X,Greek,West'].join('\n'),
        '?on_missing=archive',
      );
      const [bee] = await entriesOf(list, 'q=bee');
      await send('owner', 'patch', `${list}/entries/${bee?.['id'] as string}`, { name: 'Dr. Beatrice' });
      const undone = await send('owner', 'post', `${path}/undo`);
      expect([undone.status, undone.body.status, undone.body.kept]).toEqual([200, 'undone', 1]);
      const lines = (file: string) => file.split('\r\n').filter((line) => !line.startsWith('b,'));
      expect(lines(await exported(list))).toEqual(lines(before));
      expect(await entriesOf(list, 'q=beatrice')).toMatchObject([{ data: { specialty: 'X' } }]);
      expect((await entriesOf(list, 'q=cardiology')).map(({ name }) => name)).toEqual(['Dr. A']);
      expect(codeOf(await send('owner', 'post', `${path}/undo`))).toEqual([409, 'import_conflict']);
    });

    it('is given up by a cancel, and then cannot be applied', async () => {
      const list = await newList();
      const { path, id } = await checked(list, THREE);
      expect((await send('owner', 'post', `${path}/cancel`)).body.status).toBe('cancelled');
      expect(codeOf(await send('owner', 'post', `${path}/apply`))).toEqual([409, 'import_conflict']);
      const rows = () => new TenantDb().query('SELECT 1 FROM directory_import_rows WHERE import_id = $1', [id]);
      expect(await admin.tenancy.run('acme', rows)).toEqual([]);
    });

    it('whose process died is failed, and leaves the list as it was', async () => {
      const list = await newList();
      const { path, id } = await checked(list, THREE);
      await admin.tenancy.run('acme', () =>
        new TenantDb().query(
          `UPDATE directory_imports SET status = 'applying', worker_id = gen_random_uuid(), lease_until = now() - interval '1 s' WHERE id = $1`,
          [id],
        ),
      );
      expect((await send('owner', 'get', path)).body).toMatchObject({ status: 'failed', error: expect.stringContaining('was lost') });
      expect(await entriesOf(list)).toEqual([]);
    });

    it('is followed by server-sent events to its end', async () => {
      const list = await newList();
      const { body } = await upload(list, THREE);
      const path = `${list}/imports/${body.id}/events`;
      const { text, headers } = await send('viewer', 'get', path);
      expect(headers['content-type']).toBe('text/event-stream; charset=utf-8');
      const last = text.trimEnd().split('\n\n').at(-1)!.split('\n');
      expect(last.slice(0, 2)).toEqual([`id: ${body.id}:end`, 'event: end']);
      expect(JSON.parse(last[2]!.slice(6))).toMatchObject({ status: 'ready', counts: { create: 3 } });
      expect((await send('viewer', 'get', path).set('last-event-id', `${body.id}:end`)).status).toBe(204);
    });
  });

  describe('the export', () => {
    const AWKWARD = [
      ['=1+1', '@SUM(A1)', '-2', '+49 30', '\tx', "'quoted", "'", '＝1'],
      ['a,b', 'a;b', 'say "hi"', 'two\r\nlines', ' spaces ', '[1]', '🙂 ünï', 'null'],
      ['C:\\new\\table', '\\N', '\\.', 'tab\tin it', '{"a",b}', '"\\"', 'ends in \\', '%s'],
    ];

    it('defuses formulas, and comes back byte for byte', async () => {
      const list = await newList('faq');
      for (const values of AWKWARD.flat().map((value, index) => ({ external_key: `${value}${index}`, name: value, value })))
        await send('owner', 'post', `${list}/entries`, {
          external_key: values.external_key,
          name: values.name,
          tags: [values.value.trim()],
          contact: { note: values.value, empty: '' },
          data: { question: values.value, answer: '', topic: values.value },
        });
      const file = await exported(list);
      for (const cell of file.split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+@\t＝-]/);
      const again = await checked(list, file, '?on_missing=archive');
      expect(again.counts).toEqual({ create: 0, update: 0, unchanged: 24, archive: 0, invalid: 0 });
      const copy = await newList('faq');
      await applied(copy, file);
      expect(await exported(copy)).toBe(file);
    });

    it('carries numbers, truths and several values', async () => {
      const list = await newList();
      const data = {
        specialty: 'X',
        languages: ['English', 'a;b', ' c'],
        locations: ['East', 'West'],
        years_of_experience: 7,
        telehealth: false,
        insurance: [],
      };
      await send('owner', 'post', `${list}/entries`, { external_key: 'a', name: 'Dr. A', data });
      expect((await checked(list, await exported(list))).counts).toMatchObject({ unchanged: 1, update: 0, invalid: 0 });
    });

    it('holds archived entries when asked to, with their status', async () => {
      const list = await newList();
      await applied(list, THREE);
      await applied(list, `${HEADER}\na,Dr. A,Cardiology,English,East`, '?on_missing=archive');
      const all = await exported(list, '?status=all');
      expect(all.split('\r\n')[0]).toMatch(/^external_key,name,tags,status,/);
      expect((await checked(list, all)).counts).toMatchObject({ unchanged: 3 });
    });
  });

  it('of another account is out of reach', async () => {
    expect((await supertest(url).post(`/api/admin${LISTS}/x/imports`).set('content-type', 'text/csv').send('a')).status).toBe(401);
    expect(codeOf(await send('viewer', 'post', `${LISTS}/x/imports`))).toEqual([403, 'forbidden']);
  });
});
