import type { Response } from 'supertest';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';
import { agentIn } from './testing/said.js';

const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const SCHEMAS = '/directory-schemas';
const OWN = '/accounts/acme/directory-schemas';
const LISTS = '/accounts/acme/directory-lists';

const boat = (more: object = {}, hints: object = {}) => ({
  title: 'Boat',
  description: 'A boat for hire.',
  type: 'object',
  properties: { zone: { type: 'string', title: 'Zone' }, berths: { type: 'integer', minimum: 1 }, a: { type: 'string' } },
  additionalProperties: false,
  ...more,
  'x-salient': { purpose: 'Boats.', when_to_use: 'Questions about boats.', filterable: ['zone'], ...hints },
});

describe('directory schemas', () => {
  let admin: TestAdmin;
  let send: TestAdmin['send'];
  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex');
    send = admin.send;
  });
  afterAll(() => admin.close());

  let serial = 0;
  const newType = async (schema: object = boat()) => {
    const entryType = `boat_${++serial}`;
    expect((await send('root', 'post', SCHEMAS, { entry_type: entryType, schema })).status).toBe(201);
    return entryType;
  };
  const newList = async (entryType: string, more: object = {}) => {
    const slug = `list-${++serial}`;
    const answer = await send('owner', 'post', LISTS, { slug, name: 'Boats', entry_type: entryType, ...more });
    expect([answer.status, answer.body.code]).toEqual([201, undefined]);
    return slug;
  };
  const addEntry = (list: string, name: string, data: object) =>
    send('editor', 'post', `${LISTS}/${list}/entries`, { external_key: name, name, data });
  const addVersion = (entryType: string, schema: object) => send('root', 'post', `${SCHEMAS}/${entryType}/versions`, { schema });
  const layOver = (entryType: string, overlay: object) => send('editor', 'post', `${OWN}/${entryType}/overlay/versions`, { overlay });

  describe('of the platform', () => {
    it('are made, read in their author’s order, and get versions that never change', async () => {
      const entryType = await newType();
      const first = await send('viewer', 'get', `${SCHEMAS}/${entryType}`);
      expect(first.body).toMatchObject({ version: 1, versions: [1], origin: 'admin', deprecated_at: null });
      expect(Object.keys(first.body.schema.properties)).toEqual(['zone', 'berths', 'a']);
      const wider = boat({ properties: { ...boat().properties, colour: { type: 'string' } } });
      const added = await addVersion(entryType, wider);
      expect([added.status, added.body.version, added.body.changes]).toEqual([
        201,
        2,
        [{ pointer: '/properties/colour', kind: 'added', after: { type: 'string' } }],
      ]);
      expect((await send('viewer', 'get', `${SCHEMAS}/${entryType}/versions/1`)).body.schema).toEqual(first.body.schema);
      expect((await send('viewer', 'get', `${SCHEMAS}/${entryType}/versions?limit=1`)).body).toMatchObject({
        data: [{ version: 2 }],
        has_more: true,
      });
      const { next_cursor } = (await send('viewer', 'get', `${SCHEMAS}/${entryType}/versions?limit=1`)).body;
      expect((await send('viewer', 'get', `${SCHEMAS}/${entryType}/versions?cursor=${next_cursor}`)).body).toMatchObject({
        data: [{ version: 1 }],
        has_more: false,
      });
    });

    it('get no version that says what the newest says', async () => {
      const entryType = await newType();
      expect(await addVersion(entryType, boat())).toMatchObject({ status: 200, body: { version: 1, changes: [] } });
    });

    it.each(['yaml', 'json'])('go out as %s and come in again, byte for byte', async (format) => {
      const entryType = await newType(boat({}, { synonyms: [['ship', 'vessel']] }));
      const file = () => send('viewer', 'get', `${SCHEMAS}/${entryType}/versions/1/document?format=${format}`).buffer(true).parse(textOf);
      const { body: text, headers } = await file();
      expect(headers['content-type']).toBe(`application/${format}; charset=utf-8`);
      expect(headers['content-disposition']).toBe(`attachment; filename="${entryType}.v1.${format}"`);
      expect(await send('root', 'post', `${SCHEMAS}/${entryType}/versions`, { document: text })).toMatchObject({ status: 200 });
      const copy = `copy_${entryType}`;
      expect((await send('root', 'post', SCHEMAS, { entry_type: copy, document: text })).status).toBe(201);
      expect((await send('viewer', 'get', `${SCHEMAS}/${copy}/versions/1/document?format=${format}`).buffer(true).parse(textOf)).body).toBe(
        text,
      );
      expect((await file()).body).toBe(text);
    });

    it('are refused when they cannot be used, with a pointer to each reason', async () => {
      const properties = { zone: { $ref: 'https://example.com/zone' }, berths: { pattern: '^(a+)+$' } };
      const refused = await send('root', 'post', SCHEMAS, {
        entry_type: 'refused',
        schema: boat({ properties }, { searchable: ['colour'] }),
      });
      expect(codeOf(refused)).toEqual([422, 'schema_invalid']);
      expect(refused.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
        ['/schema/properties/zone/$ref', 'remote_ref'],
        ['/schema/properties/berths/pattern', 'catastrophic_pattern'],
        ['/schema/x-salient/searchable/0', 'unknown_property'],
      ]);
      const text = await send('root', 'post', SCHEMAS, { entry_type: 'refused', document: 'a: [1' });
      expect([text.body.code, text.body.errors[0].pointer]).toEqual(['schema_invalid', '/document']);
      expect(codeOf(await send('viewer', 'get', `${SCHEMAS}/refused`))).toEqual([404, 'not_found']);
    });

    it('are changed by nobody who has seen another state', async () => {
      const entryType = await newType();
      const { etag } = (await send('root', 'get', `${SCHEMAS}/${entryType}`)).headers;
      const wider = { schema: boat({ title: 'Ship' }) };
      expect((await send('root', 'post', `${SCHEMAS}/${entryType}/versions`, wider).set('if-match', etag!)).status).toBe(201);
      const late = { schema: boat({ title: 'Raft' }) };
      expect(codeOf(await send('root', 'post', `${SCHEMAS}/${entryType}/versions`, late).set('if-match', etag!))).toEqual([
        412,
        'precondition_failed',
      ]);
      expect(codeOf(await send('root', 'patch', `${SCHEMAS}/${entryType}`, { deprecated: true }).set('if-match', etag!))).toEqual([
        412,
        'precondition_failed',
      ]);
    });

    it('are made once for each Idempotency-Key, and under each name', async () => {
      const create = () => send('root', 'post', SCHEMAS, { entry_type: 'once', schema: boat() });
      const first = await create().set('idempotency-key', 'k1');
      const again = await create().set('idempotency-key', 'k1');
      expect([first.status, again.status, again.headers['idempotency-replayed'], again.body]).toEqual([201, 201, 'true', first.body]);
      expect(codeOf(await create())).toEqual([409, 'schema_exists']);
    });

    it('when deprecated take no new list, and those that there are go on', async () => {
      const [old, young] = [await newType(), await newType()];
      const list = await newList(old);
      const change = { deprecated: true, reason: 'Has a better one.', replaced_by: young };
      expect((await send('root', 'patch', `${SCHEMAS}/${old}`, change)).body).toMatchObject({
        deprecated_at: expect.any(String),
        deprecation_reason: 'Has a better one.',
        replaced_by: young,
      });
      const refused = await send('owner', 'post', LISTS, { slug: 'late', name: 'x', entry_type: old });
      expect(codeOf(refused)).toEqual([400, 'invalid_request']);
      expect(refused.body.errors).toEqual([
        { pointer: '/entry_type', code: 'deprecated_schema', detail: expect.stringContaining(`Use "${young}"`) },
      ]);
      expect((await addEntry(list, 'Mary', { zone: 'A' })).status).toBe(201);
      await send('root', 'patch', `${SCHEMAS}/${old}`, { deprecated: false });
      await newList(old);
      expect(codeOf(await send('root', 'patch', `${SCHEMAS}/${old}`, { deprecated: true, replaced_by: 'nothing' }))).toEqual([
        404,
        'not_found',
      ]);
    });

    it.each([
      [{ entry_type: 'x' }, 'invalid_request'],
      [{ entry_type: 'x', schema: {}, document: 'a' }, 'invalid_request'],
      [{ entry_type: 'X y', schema: {} }, 'invalid_request'],
      [{ entry_type: 'x', schema: {}, more: 1 }, 'unknown_field'],
      [{ entry_type: 'x', schema: [] }, 'invalid_request'],
    ])('are refused for the body %j', async (body, code) => {
      expect((await send('root', 'post', SCHEMAS, body)).body.code).toBe(code);
    });
  });

  describe('that an account overlays', () => {
    const overlay = { properties: { berths: { title: 'Kojen', maximum: 12 }, insured: { type: 'boolean' } }, required: ['zone'] };

    it('are what its new lists pin, and its entries are checked by', async () => {
      const entryType = await newType();
      const laid = await layOver(entryType, overlay);
      expect([laid.status, laid.body.version, laid.body.overlay.properties]).toEqual([201, 1, overlay.properties]);
      for (const path of ['overlay', 'overlay/versions/1']) {
        const read = await send('viewer', 'get', `${OWN}/${entryType}/${path}`);
        expect([read.status, read.body]).toEqual([200, laid.body]);
      }
      const list = await newList(entryType);
      expect((await send('viewer', 'get', `${LISTS}/${list}`)).body).toMatchObject({ schema_version: 1, overlay_version: 1 });
      expect((await addEntry(list, 'Ann', { zone: 'A', insured: true })).status).toBe(201);
      expect(codeOf(await addEntry(list, 'Bob', { zone: 'A', berths: 13 }))).toEqual([422, 'schema_invalid']);
      expect(codeOf(await addEntry(list, 'Cid', { berths: 2 }))).toEqual([422, 'schema_invalid']);
      const own = (await send('viewer', 'get', `${OWN}/${entryType}`)).body;
      expect(own).toMatchObject({ schema_version: 1, overlay_version: 1, conflicts: [], lists: [{ list, overlay_version: 1 }] });
      expect(own.schema.properties.berths).toEqual({ type: 'integer', minimum: 1, title: 'Kojen', maximum: 12 });
      const summaries = (await send('viewer', 'get', `${OWN}?limit=100`)).body.data as { entry_type: string }[];
      expect(summaries.find((summary) => summary.entry_type === entryType)).toMatchObject({
        overlay_version: 1,
        lists: 1,
        latest_version: 1,
      });
    });

    it('are those of this account alone', async () => {
      const entryType = await newType();
      await layOver(entryType, overlay);
      const globex = await send('root', 'get', `/accounts/globex/directory-schemas/${entryType}`);
      expect(globex.body).toMatchObject({ overlay_version: null, overlay: null });
      expect((await send('viewer', 'get', `${SCHEMAS}/${entryType}`)).body.schema.properties.insured).toBeUndefined();
      expect(codeOf(await send('owner', 'get', `/accounts/globex/directory-schemas/${entryType}`))).toEqual([404, 'account_not_found']);
    });

    it('have versions, which lists move between, and can be taken away', async () => {
      const entryType = await newType();
      const list = await newList(entryType);
      await addEntry(list, 'Ann', { zone: 'A', berths: 20 });
      await layOver(entryType, { properties: { berths: { maximum: 30 } } });
      await layOver(entryType, { properties: { berths: { maximum: 12 } } });
      const move = (overlay_version: number | null) => send('editor', 'patch', `${LISTS}/${list}`, { overlay_version });
      expect((await move(1)).body).toMatchObject({ overlay_version: 1, schema_version: 1 });
      const refused = await move(2);
      expect(codeOf(refused)).toEqual([422, 'schema_invalid']);
      expect(refused.body.errors).toEqual([
        { pointer: expect.stringMatching(/data\/berths$/), code: 'schema_mismatch', detail: 'must be <= 12' },
      ]);
      expect(
        (await send('viewer', 'get', `${OWN}/${entryType}/overlay/versions`)).body.data.map(({ version }: { version: number }) => version),
      ).toEqual([2, 1]);
      expect((await send('editor', 'delete', `${OWN}/${entryType}/overlay`)).status).toBe(204);
      expect(codeOf(await send('viewer', 'get', `${OWN}/${entryType}/overlay`))).toEqual([404, 'not_found']);
      expect(codeOf(await send('editor', 'delete', `${OWN}/${entryType}/overlay`))).toEqual([404, 'not_found']);
      expect((await send('viewer', 'get', `${LISTS}/${list}`)).body.overlay_version).toBe(1);
      expect((await addEntry(list, 'Big', { zone: 'A', berths: 31 })).status).toBe(422);
      expect((await move(null)).body.overlay_version).toBeNull();
      expect((await addEntry(list, 'Big', { zone: 'A', berths: 31 })).status).toBe(201);
      expect(codeOf(await move(9))).toEqual([400, 'invalid_request']);
    });

    it('stay over the platform’s next version when a list moves to it', async () => {
      const entryType = await newType();
      await layOver(entryType, overlay);
      const list = await newList(entryType);
      await addVersion(entryType, boat({ properties: { ...boat().properties, colour: { type: 'string' } } }));
      expect((await send('editor', 'patch', `${LISTS}/${list}`, { schema_version: 2 })).body).toMatchObject({
        schema_version: 2,
        overlay_version: 1,
      });
      expect((await addEntry(list, 'Ann', { zone: 'A', insured: true, colour: 'red' })).status).toBe(201);
      expect((await addEntry(list, 'Bob', { zone: 'A', berths: 13 })).status).toBe(422);
    });

    it('tell when the platform’s next version does not go with them', async () => {
      const entryType = await newType();
      await layOver(entryType, overlay);
      await addVersion(entryType, boat({ properties: { ...boat().properties, insured: { type: 'string' } } }));
      const own = (await send('viewer', 'get', `${OWN}/${entryType}`)).body;
      expect(own.conflicts).toEqual([{ pointer: '/properties/insured/type', code: 'loosens', detail: expect.any(String) }]);
      expect(codeOf(await send('owner', 'post', LISTS, { slug: 'torn', name: 'x', entry_type: entryType }))).toEqual([
        422,
        'schema_invalid',
      ]);
      await newList(entryType, { schema_version: 1 });
      expect((await layOver(entryType, { required: ['zone'] })).status).toBe(201);
      expect((await send('viewer', 'get', `${OWN}/${entryType}`)).body.conflicts).toEqual([]);
    });

    it('are refused when they loosen a rule, or for whoever has seen another state', async () => {
      const entryType = await newType();
      const refused = await layOver(entryType, { properties: { berths: { minimum: 0 } } });
      expect(codeOf(refused)).toEqual([422, 'schema_invalid']);
      expect(refused.body.errors).toEqual([
        { pointer: '/overlay/properties/berths/minimum', code: 'loosens', detail: 'must not be less than 1' },
      ]);
      const { etag } = (await send('editor', 'get', `${OWN}/${entryType}`)).headers;
      await layOver(entryType, overlay);
      const late = send('editor', 'post', `${OWN}/${entryType}/overlay/versions`, { overlay: { required: ['a'] } });
      expect(codeOf(await late.set('if-match', etag!))).toEqual([412, 'precondition_failed']);
      expect(codeOf(await layOver('nothing', overlay))).toEqual([404, 'not_found']);
    });

    it('go out as a file and come in again', async () => {
      const entryType = await newType();
      await layOver(entryType, overlay);
      const path = `${OWN}/${entryType}/overlay/versions`;
      const { body: text } = await send('viewer', 'get', `${path}/1/document`).buffer(true).parse(textOf);
      expect((await send('editor', 'post', path, { document: text })).body.version).toBe(1);
    });

    it('are audited, with what changed', async () => {
      const entryType = await newType();
      await layOver(entryType, overlay);
      const { data } = (await send('owner', 'get', `/accounts/acme/audit?target=${entryType}`)).body;
      expect(data).toMatchObject([{ action: 'directory_schema.overlaid', details: { version: 1, fields: ['berths', 'insured'] } }]);
    });
  });

  describe('the report on a version before it is used', () => {
    it('names the entries of each list that would be refused, and what models would read', async () => {
      await agentIn(admin.tenancy.tenants['acme']!.address, 'info');
      const entryType = await newType();
      const list = await newList(entryType);
      for (const [name, berths] of Object.entries({ Ann: 2, Bob: 20, Cid: 30 })) await addEntry(list, name, { zone: 'A', berths, a: 'x' });
      const narrow = boat(
        { properties: { ...boat().properties, berths: { type: 'integer', maximum: 12 } } },
        {
          filterable: ['a'],
          when_to_use: 'Questions about sailing.',
        },
      );
      const { status, body } = await send('root', 'post', `${SCHEMAS}/${entryType}/compatibility?limit=100`, { schema: narrow });
      expect([status, body.has_more]).toEqual([200, false]);
      expect(body.changes.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
        '/properties/berths/minimum',
        '/properties/berths/maximum',
        '/x-salient/when_to_use',
        '/x-salient/filterable',
      ]);
      expect(body.data).toHaveLength(1);
      const [report] = body.data;
      expect(report).toMatchObject({ account: 'acme', compatible: false, error: null });
      expect(report.lists).toEqual([
        {
          list,
          schema_version: 1,
          overlay_version: null,
          entries: 3,
          checked: 3,
          unfit: 2,
          examples: ['Bob', 'Cid'].map((name) => ({
            entry_id: expect.any(String),
            external_key: name,
            name,
            errors: [{ pointer: '/data/berths', code: 'schema_mismatch', detail: 'must be <= 12' }],
          })),
        },
      ]);
      const { prompt, tools } = report.agents.find(({ agent }: { agent: string }) => agent === 'info');
      expect([prompt.before, prompt.after]).toEqual(
        [
          `- ${list} (Boats, 3 entries): Boats. Questions about boats.`,
          `- ${list} (Boats, 3 entries): Boats. Questions about sailing.`,
        ].map((line) => expect.stringContaining(line)),
      );
      expect(tools.map(({ name }: { name: string }) => name)).toEqual(['list_directories', 'search_directory']);
      expect(tools[1].before.parameters.properties.filters.properties.zone).toMatchObject({ items: { enum: ['A'] } });
      expect(tools[1].after.parameters.properties.filters.properties.a).toMatchObject({ items: { enum: ['x'] } });
      expect(tools[0].after.description).toContain('Questions about sailing.');
      expect((await send('viewer', 'get', `${LISTS}/${list}`)).body.schema_version).toBe(1);
    });

    it('is for the account too: of a stored version, and of an overlay that it only thinks of', async () => {
      const entryType = await newType();
      const list = await newList(entryType);
      await addEntry(list, 'Ann', { berths: 2 });
      const ask = (body: object) => send('viewer', 'post', `${OWN}/${entryType}/compatibility`, body);
      expect((await ask({})).body).toMatchObject({ compatible: true, changes: [], agents: [], lists: [{ list, unfit: 0 }] });
      expect((await ask({ overlay: { required: ['zone'] } })).body).toMatchObject({
        compatible: false,
        lists: [{ unfit: 1, examples: [{ name: 'Ann', errors: [{ pointer: '/data/zone', detail: 'is required' }] }] }],
        changes: [{ pointer: '/required', kind: 'added', after: ['zone'] }],
      });
      expect((await ask({ document: 'required: [zone]' })).body).toMatchObject({ compatible: false });
      expect(codeOf(await ask({ schema_version: 7 }))).toEqual([400, 'invalid_request']);
      expect(codeOf(await ask({ overlay: { required: ['none'] } }))).toEqual([422, 'schema_invalid']);
    });
  });
});

/** The body as text, whatever its type. */
function textOf(response: Response, done: (error: Error | null, body: string) => void): void {
  let text = '';
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  stream.on('end', () => done(null, text));
}
