import { apiTokens } from '@salient/auth/tokens';
import { TenantDb } from '@salient/tenancy';
import supertest from 'supertest';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const LISTS = '/accounts/acme/directory-lists';

describe('directories', () => {
  let admin: TestAdmin;
  let send: TestAdmin['send'];
  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex');
    send = admin.send;
  });
  afterAll(() => admin.close());

  let serial = 0;
  const newList = async (fields: object = {}) => {
    const slug = `list-${++serial}`;
    const { body } = await send('owner', 'post', LISTS, { slug, name: 'Doctors', entry_type: 'medical_professional', ...fields });
    return { ...(body as { id: string; slug: string }), path: `${LISTS}/${slug}` };
  };
  const doctor = (name: string, specialty: string, more: object = {}) => ({
    name,
    data: { specialty, languages: ['English'], locations: ['Harbor East'] },
    ...more,
  });
  const add = async (path: string, entry: object) => (await send('owner', 'post', `${path}/entries`, entry)).body as { id: string };
  const namesOf = async (path: string, query: string) =>
    ((await send('owner', 'get', `${path}/entries?${query}`)).body.data as { name: string }[])?.map(({ name }) => name);
  const tokenWith = async (...scopes: ('directory:read' | 'directory:write' | 'chat:write')[]) => {
    const { id } = admin.tenancy.tenants['acme']!;
    const { token } = await apiTokens.create(admin.tenancy.control, { tenantId: id, name: 'sync', kind: 'sk', scopes });
    return (method: 'get' | 'post', path: string, body?: object) =>
      admin.app.getUrl().then((url) => supertest(url)[method](`/api/admin${path}`).set('authorization', `Bearer ${token}`).send(body));
  };

  describe('a list', () => {
    it('pins a version of its schema, and is reached by id and by slug', async () => {
      const { id, slug, path } = await newList({ language: 'english', description: 'Who works here' });
      const read = await send('viewer', 'get', path);
      expect(read.body).toEqual({
        id,
        slug,
        name: 'Doctors',
        description: 'Who works here',
        entry_type: 'medical_professional',
        schema_version: 1,
        overlay_version: null,
        language: 'english',
        entries: 0,
        version: 1,
        created_at: expect.any(String),
        updated_at: expect.any(String),
      });
      expect((await send('viewer', 'get', `${LISTS}/${id}`)).body).toEqual(read.body);
      expect(read.headers['etag']).toBe('"1"');
    });

    it('is changed by whoever has seen it as it is, and gone when it is deleted', async () => {
      const { path } = await newList();
      expect((await send('owner', 'patch', path, { name: 'First' }).set('if-match', '"1"')).body).toMatchObject({
        name: 'First',
        version: 2,
      });
      expect(codeOf(await send('owner', 'patch', path, { name: 'Second' }).set('if-match', '"1"'))).toEqual([412, 'precondition_failed']);
      await add(path, doctor('Dr. A', 'Cardiology'));
      expect(codeOf(await send('owner', 'delete', path).set('if-match', '"1"'))).toEqual([412, 'precondition_failed']);
      expect((await send('owner', 'delete', path)).status).toBe(204);
      expect(codeOf(await send('owner', 'get', path))).toEqual([404, 'not_found']);
    });

    it('says what its entries have to fit: the version that it pins, with the overlay that it pins', async () => {
      const overlay = { properties: { plate: { type: 'string', title: 'Number plate' } } };
      const faq = '/accounts/acme/directory-schemas/faq/overlay/versions';
      const { path: older } = await newList({ entry_type: 'faq' });
      expect((await send('owner', 'post', faq, { overlay })).status).toBe(201);
      const { path: newer } = await newList({ entry_type: 'faq' });
      const [before, after] = [
        (await send('viewer', 'get', `${older}/schema`)).body,
        (await send('viewer', 'get', `${newer}/schema`)).body,
      ];
      expect([before.entry_type, before.overlay_version, 'plate' in before.schema.properties]).toEqual(['faq', null, false]);
      expect([after.overlay_version, after.schema.properties.plate.title]).toEqual([1, 'Number plate']);
      expect(after.schema.properties.question).toEqual(before.schema.properties.question);
      expect((await send('owner', 'delete', '/accounts/acme/directory-schemas/faq/overlay')).status).toBe(204);
    });

    it('finds entries by the forms of words of its language', async () => {
      const { path } = await newList({ entry_type: 'faq' });
      await add(path, { name: 'Das Haus', data: { question: 'Wo?', answer: 'Am Hafen.' } });
      expect(await namesOf(path, 'q=hauses')).toEqual([]);
      expect((await send('owner', 'patch', path, { language: 'german' })).body.language).toBe('german');
      expect(await namesOf(path, 'q=hauses')).toEqual(['Das Haus']);
    });

    it.each<[object, number, string]>([
      [{ slug: 'No Slug' }, 400, 'invalid_request'],
      [{ entry_type: 'nothing_like_it' }, 400, 'invalid_request'],
      [{ schema_version: 99 }, 400, 'invalid_request'],
      [{ language: 'klingon' }, 400, 'invalid_request'],
      [{ owner: 'me' }, 400, 'unknown_field'],
    ])('refuses %j', async (fields, status, code) => {
      expect(codeOf(await send('owner', 'post', LISTS, { slug: 'new', name: 'New', entry_type: 'faq', ...fields }))).toEqual([
        status,
        code,
      ]);
    });

    it('has a slug of its own', async () => {
      const { slug } = await newList();
      expect(codeOf(await send('owner', 'post', LISTS, { slug, name: 'Twin', entry_type: 'faq' }))).toEqual([409, 'slug_taken']);
    });
  });

  describe('who may', () => {
    it('lets viewers read and not write, and strangers see nothing', async () => {
      const { path } = await newList();
      expect((await send('viewer', 'get', path)).status).toBe(200);
      expect(codeOf(await send('viewer', 'post', `${path}/entries`, doctor('Dr. A', 'X')))).toEqual([403, 'forbidden']);
      expect(codeOf(await send('owner', 'get', '/accounts/globex/directory-lists'))).toEqual([404, 'account_not_found']);
    });

    it('lets API tokens with the scope do the same, in their own account', async () => {
      const { path } = await newList();
      const [reader, writer, chatter] = [
        await tokenWith('directory:read'),
        await tokenWith('directory:write'),
        await tokenWith('chat:write'),
      ];
      expect((await reader('get', `${path}/entries`)).status).toBe(200);
      expect(codeOf(await reader('post', `${path}/entries`, doctor('Dr. A', 'X')))).toEqual([403, 'scope_missing']);
      const made = await writer('post', `${path}/entries`, doctor('Dr. A', 'X'));
      expect(made.status).toBe(201);
      expect((await send('owner', 'get', `${path}/entries/${made.body.id}/history`)).body.data[0].changed_by).toMatch(/^api_token:/);
      expect(codeOf(await chatter('get', path))).toEqual([403, 'scope_missing']);
      expect(codeOf(await reader('get', '/accounts/globex/directory-lists'))).toEqual([403, 'account_mismatch']);
    });
  });

  describe('an entry', () => {
    it('is what was sent, and carries its version as ETag', async () => {
      const { path, slug } = await newList();
      const sent = { external_key: 'd-1', ...doctor(' Dr. Ünal ', 'Cardiology'), tags: ['same-day'], contact: { phone: '555' } };
      const made = await send('owner', 'post', `${path}/entries`, sent);
      expect([made.status, made.headers['etag']]).toEqual([201, '"1"']);
      expect(made.body).toMatchObject({ ...sent, list: slug, status: 'active', version: 1 });
      expect((await send('viewer', 'get', `${path}/entries/${made.body.id}`)).body).toEqual(made.body);
    });

    it('has to fit the schema, and the answer says where it does not', async () => {
      const { path } = await newList();
      const { id } = await add(path, doctor('Dr. A', 'Cardiology'));
      const faulty = { specialty: 'X', languages: 'English', locations: ['A'], shoe_size: 43 };
      for (const refused of [
        await send('owner', 'post', `${path}/entries`, { name: 'Dr. B', data: faulty }),
        await send('owner', 'patch', `${path}/entries/${id}`, { data: faulty }),
      ]) {
        expect(codeOf(refused)).toEqual([422, 'schema_invalid']);
        expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
          '/data/languages',
          '/data/shoe_size',
        ]);
      }
    });

    it('is changed by whoever has seen it as it is, also of two at the same time', async () => {
      const { path } = await newList();
      const { id } = await add(path, doctor('Dr. A', 'Cardiology'));
      const rename = (name: string) => send('owner', 'patch', `${path}/entries/${id}`, { name }).set('if-match', '"1"');
      const statuses = (await Promise.all([rename('B'), rename('C'), rename('D')])).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 412, 412]);
    });

    it('keeps its external key to itself', async () => {
      const { path } = await newList();
      await add(path, doctor('Dr. A', 'X', { external_key: 'k' }));
      const { id } = await add(path, doctor('Dr. B', 'X'));
      expect(codeOf(await send('owner', 'post', `${path}/entries`, doctor('Dr. C', 'X', { external_key: 'k' })))).toEqual([
        409,
        'entry_exists',
      ]);
      expect(codeOf(await send('owner', 'patch', `${path}/entries/${id}`, { external_key: 'k' }))).toEqual([409, 'entry_exists']);
    });

    it('is made once for one Idempotency-Key', async () => {
      const { path } = await newList();
      const make = () => send('owner', 'post', `${path}/entries`, doctor('Dr. A', 'X')).set('idempotency-key', path);
      const [first, again] = [await make(), await make()];
      expect(again.body).toEqual(first.body);
      expect(again.headers['idempotency-replayed']).toBe('true');
    });

    it.each<[string, object, number]>([
      ['a NUL', { name: 'a\u0000', data: {} }, 400],
      ['a NUL in a value', doctor('A', 'x\u0000'), 400],
      ['a lone surrogate in a key', { name: 'A', data: { 'x\ud800': 1 } }, 400],
      ['data that is a list', { name: 'A', data: [] }, 400],
      ['no data', { name: 'A' }, 400],
      ['a field that is not known', { ...doctor('A', 'X'), id: 'mine' }, 400],
      ['data of endless depth', { name: 'A', data: JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`) }, 400],
    ])('refuses %s', async (_what, body, status) => {
      const { path } = await newList();
      expect((await send('owner', 'post', `${path}/entries`, body)).status).toBe(status);
    });
  });

  describe('the history of an entry', () => {
    it('tells every version, who made it and how, and brings any of them back', async () => {
      const { path } = await newList();
      const { id } = await add(path, doctor('One', 'Cardiology'));
      const entry = `${path}/entries/${id}`;
      await send('owner', 'patch', entry, { name: 'Two' });
      await send('owner', 'patch', entry, { status: 'archived' });
      expect((await send('owner', 'post', `${entry}/undo`)).body).toMatchObject({ name: 'Two', status: 'active', version: 4 });
      expect((await send('owner', 'post', `${entry}/undo`, { version: 1 })).body).toMatchObject({ name: 'One', version: 5 });
      const { data } = (await send('viewer', 'get', `${entry}/history`)).body;
      expect(data.map(({ version, change, name }: Record<string, unknown>) => [version, change, name])).toEqual([
        [5, 'undone', 'One'],
        [4, 'undone', 'Two'],
        [3, 'archived', 'Two'],
        [2, 'updated', 'Two'],
        [1, 'created', 'One'],
      ]);
      expect(data[0].changed_by).toMatch(/^admin:[0-9a-f-]{36}$/);
      const second = await send('viewer', 'get', `${entry}/history?limit=2&cursor=${Buffer.from('4').toString('base64url')}`);
      expect(second.body.data.map(({ version }: { version: number }) => version)).toEqual([3, 2]);
    });

    it('brings back an entry that was deleted', async () => {
      const { path } = await newList();
      const { id } = await add(path, doctor('Dr. A', 'Cardiology', { tags: ['x'] }));
      const entry = `${path}/entries/${id}`;
      expect((await send('owner', 'delete', entry)).status).toBe(204);
      expect([(await send('owner', 'get', entry)).status, await namesOf(path, 'status=all')]).toEqual([404, []]);
      expect((await send('owner', 'get', `${entry}/history`)).body.data[0]).toMatchObject({ change: 'deleted', version: 2 });
      expect((await send('owner', 'post', `${entry}/undo`)).body).toMatchObject({ id, name: 'Dr. A', tags: ['x'], version: 3 });
      expect(await namesOf(path, 'q=cardiology')).toEqual(['Dr. A']);
    });

    it('has nothing to undo in a new entry', async () => {
      const { path } = await newList();
      const { id } = await add(path, doctor('Dr. A', 'Cardiology'));
      expect(codeOf(await send('owner', 'post', `${path}/entries/${id}/undo`))).toEqual([404, 'not_found']);
    });

    it('is audited in the account’s own database, without what was written', async () => {
      const { path } = await newList();
      const { id } = await add(path, doctor('Dr. Secret', 'Cardiology'));
      await send('owner', 'patch', `${path}/entries/${id}`, { name: 'Dr. B' });
      const events = await admin.tenancy.run('acme', () =>
        new TenantDb().query('SELECT action, actor_kind, details FROM audit_events WHERE target_id = $1 ORDER BY id', [id]),
      );
      expect(events).toMatchObject([
        { action: 'directory_entry.created', actor_kind: 'admin' },
        { action: 'directory_entry.updated', details: { fields: ['name'] } },
      ]);
      expect(JSON.stringify(events)).not.toContain('Secret');
    });
  });

  describe('the search', () => {
    let path: string;
    beforeAll(async () => {
      ({ path } = await newList({ language: 'english' }));
      await add(path, doctor('Dr. Cardi Oscar', 'Dermatology', { tags: ['same-day'] }));
      await add(path, doctor('Dr. Ana Ruiz', 'Cardiology', { tags: ['same-day', 'new'], contact: { email: 'ana@clinic.example' } }));
      await add(path, doctor('Dr. Bo', 'Neurology', { tags: ['cardio'] }));
      const { id } = await add(path, doctor('Dr. Gone', 'Cardiology'));
      await send('owner', 'patch', `${path}/entries/${id}`, { status: 'archived' });
    });

    it.each([
      ['q=cardi', ['Dr. Cardi Oscar', 'Dr. Bo', 'Dr. Ana Ruiz']],
      ['q=heart+doctor', ['Dr. Ana Ruiz']],
      ['q=ana%40clinic', ['Dr. Ana Ruiz']],
      ['q=dr.+bo&match=exact', ['Dr. Bo']],
      ['q=scar&match=substring', ['Dr. Cardi Oscar']],
      ['q=scar', []],
      ['tag=same-day&tag=new', ['Dr. Ana Ruiz']],
      ['filter[specialty]=neurology', ['Dr. Bo']],
      ['q=cardi&filter[specialty]=Neurology', ['Dr. Bo']],
      ['filter[languages]=English&filter[languages]=Spanish', []],
      ['status=archived', ['Dr. Gone']],
      ['', ['Dr. Bo', 'Dr. Ana Ruiz', 'Dr. Cardi Oscar']],
      ['sort=name', ['Dr. Ana Ruiz', 'Dr. Bo', 'Dr. Cardi Oscar']],
      ['sort=-name&tag=same-day', ['Dr. Cardi Oscar', 'Dr. Ana Ruiz']],
      ['sort=created_at&status=all', ['Dr. Cardi Oscar', 'Dr. Ana Ruiz', 'Dr. Bo', 'Dr. Gone']],
      ['sort=-updated_at&status=all', ['Dr. Gone', 'Dr. Bo', 'Dr. Ana Ruiz', 'Dr. Cardi Oscar']],
      ['q=cardi&sort=-name', ['Dr. Cardi Oscar', 'Dr. Bo', 'Dr. Ana Ruiz']],
    ])('finds by %s', async (query, names) => {
      expect(await namesOf(path, query)).toEqual(names);
    });

    it('takes no text for an operator', async () => {
      expect(await namesOf(path, `q=${encodeURIComponent("cardi)(&|!:*'\\ <->")}`)).toHaveLength(3);
    });

    it.each(['', 'q=dr', 'q=cardi', 'sort=name', 'q=cardi&sort=-updated_at'])(
      'shows every entry once, page by page (%s)',
      async (query) => {
        const all = await namesOf(path, query);
        const seen: string[] = [];
        for (let cursor = ''; ;) {
          const { body } = await send('viewer', 'get', `${path}/entries?limit=1&${query}${cursor}`);
          seen.push(...body.data.map(({ name }: { name: string }) => name));
          if (!body.has_more) break;
          cursor = `&cursor=${body.next_cursor}`;
        }
        expect(seen).toEqual(all);
        expect(all).toHaveLength(3);
      },
    );

    it.each([
      'filter[shoe_size]=43',
      'order=name',
      'sort=shoe_size',
      'sort=',
      'sort=name&sort=name',
      'match=fuzzy',
      'cursor=bm8',
      'limit=0',
      'limit=-1',
      'status=gone',
    ])('refuses %s', async (query) => {
      expect((await send('viewer', 'get', `${path}/entries?${query}`)).status).toBe(400);
    });

    it('takes the cursor of another order for none of its own', async () => {
      const { next_cursor: cursor } = (await send('viewer', 'get', `${path}/entries?limit=1&sort=name`)).body;
      for (const query of ['', 'sort=-name', 'sort=updated_at', 'q=cardi'])
        expect(codeOf(await send('viewer', 'get', `${path}/entries?cursor=${cursor}&${query}`))).toEqual([400, 'invalid_request']);
    });

    it.each(['best:ID:--:x', 'best:ID:9999999999:x', 'name:ID:\0', 'updated_at:ID:-1', 'newest:ID:', 'name:no-id:x', '["0","\\x","ID"]'])(
      'takes no cursor that somebody has made up (%s)',
      async (made) => {
        const cursor = Buffer.from(made.replace('ID', '01a20ec5-b422-7641-a0d0-0c4dd2625471')).toString('base64url');
        const sort = made.split(':')[0]!;
        const query = sort === 'best' ? 'q=dr' : /^(name|updated_at)$/.test(sort) ? `sort=${sort}` : '';
        expect(codeOf(await send('viewer', 'get', `${path}/entries?cursor=${cursor}&${query}`))).toEqual([400, 'invalid_request']);
      },
    );
  });

  describe('changing many', () => {
    const three = async () => {
      const { path } = await newList();
      const ids: string[] = [];
      for (const name of ['A', 'B', 'C'])
        ids.push((await add(path, doctor(name, name === 'C' ? 'Neurology' : 'Cardiology', { tags: ['x'] }))).id);
      return { path, ids, bulk: (body: object) => send('owner', 'post', `${path}/entries/bulk`, body) };
    };

    it('sets values and tags of what a filter finds, and says what a dry run would do', async () => {
      const { path, bulk } = await three();
      const edit = {
        filter: { filters: { specialty: ['Cardiology'] } },
        add_tags: ['y'],
        remove_tags: ['x'],
        set: { department: 'Heart' },
      };
      expect((await bulk({ ...edit, dry_run: true })).body).toEqual({ matched: 2, changed: 2, dry_run: true });
      expect(await namesOf(path, 'tag=y')).toEqual([]);
      expect((await bulk(edit)).body).toEqual({ matched: 2, changed: 2, dry_run: false });
      expect((await bulk(edit)).body).toEqual({ matched: 2, changed: 0, dry_run: false });
      expect(await namesOf(path, 'tag=y&filter[department]=heart')).toEqual(['B', 'A']);
      expect(await namesOf(path, 'tag=x')).toEqual(['C']);
    });

    it('archives by id, and each entry can be undone', async () => {
      const { path, ids, bulk } = await three();
      expect((await bulk({ ids: ids.slice(0, 2), status: 'archived' })).body).toMatchObject({ matched: 2, changed: 2 });
      expect(await namesOf(path, '')).toEqual(['C']);
      await send('owner', 'post', `${path}/entries/${ids[0]}/undo`);
      expect(await namesOf(path, '')).toEqual(['C', 'A']);
    });

    it('changes nothing at all when one would not fit', async () => {
      const { path, ids, bulk } = await three();
      const refused = await bulk({ filter: {}, set: { specialty: null } });
      expect(codeOf(refused)).toEqual([422, 'schema_invalid']);
      expect(refused.body.errors).toContainEqual({ pointer: `/${ids[0]}/data/specialty`, code: 'schema_mismatch', detail: 'is required' });
      expect(await namesOf(path, 'filter[specialty]=cardiology')).toEqual(['B', 'A']);
    });

    it.each([{}, { filter: {} }, { ids: [], status: 'archived' }, { filter: {}, ids: ['x'], status: 'archived' }])(
      'refuses %j',
      async (body) => {
        const { bulk } = await three();
        expect(codeOf(await bulk(body))).toEqual([400, 'invalid_request']);
      },
    );
  });
});
