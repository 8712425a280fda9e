import { withClient } from '@salient/platform';
import { agentIn, say } from './testing/said.js';
import { startTestAdmin, type TestAdmin } from './testing/test-admin.js';

const UNKNOWN = '01900000-0000-7000-8000-000000000000';
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe('conversations', () => {
  let admin: TestAdmin;
  let send: TestAdmin['send'];
  let ids: Record<'parking' | 'rude' | 'night' | 'preview', string>;
  const addressOf = (slug: string) => admin.tenancy.tenants[slug]!.address;

  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex');
    send = admin.send;
    const address = addressOf('acme');
    const [info, sales] = [await agentIn(address, 'info'), await agentIn(address, 'sales')];
    ids = {
      parking: await say(address, info, [
        {
          question: 'Where can I park?',
          answer: 'Behind the house [1].',
          searches: [2],
          cites: true,
          feedback: 'up',
          cost: '0.01000000',
          model: 'm',
        },
        { question: 'And on Sundays?', answer: 'Everywhere.', cost: null, model: 'm' },
      ]),
      rude: await say(address, sales, [{ question: 'Hi', answer: 'Go away', feedback: 'down', at: new Date('2026-01-05T12:00:00Z') }]),
      night: await say(address, sales, [{ question: 'Open at night?', answer: '', status: 'failed' }]),
      preview: await say(address, sales, [{ question: 'A test', answer: 'Yes', metadata: { 'salient.preview': 'draft' } }]),
    };
  });
  afterAll(() => admin.close());

  const list = async (query: string, who = 'viewer') => {
    const { status, body } = await send(who, 'get', `/accounts/acme/sessions${query}`);
    expect(status).toBe(200);
    const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
    return body.data.map(({ id }: { id: string }) => names[id]);
  };

  it('are listed, the newest first, with what one wants to know at a glance', async () => {
    expect(await list('')).toEqual(['preview', 'night', 'rude', 'parking']);
    const { body } = await send('viewer', 'get', `/accounts/acme/sessions/${ids.parking}`);
    expect(body).toMatchObject({
      agent: { slug: 'info', deleted: false },
      opening: 'Where can I park?',
      turns: 2,
      status: 'completed',
      failed_turns: 0,
      feedback: { up: 1, down: 0 },
      cost: { amount: '0.01000000', currency: 'USD', unknown_turns: 1 },
      preview: false,
    });
    const first = (await send('viewer', 'get', '/accounts/acme/sessions?limit=2')).body;
    expect(await list(`?limit=2&cursor=${first.next_cursor}`)).toEqual(['rude', 'parking']);
  });

  it.each([
    ['agent', '?agent=info', ['parking']],
    ['status', '?status=failed', ['night']],
    ['good feedback', '?feedback=up', ['parking']],
    ['bad feedback', '?feedback=down', ['rude']],
    ['no feedback', '?feedback=none', ['preview', 'night']],
    ['time', '?start=2026-01-05&end=2026-01-06T00:00:00%2B01:00', ['rude']],
    ['words of a question', '?q=sundays', ['parking']],
    ['words of an answer', '?q=%22the%20house%22', ['parking']],
    ['all at once', '?agent=sales&feedback=down&q=away&start=2026-01-01', ['rude']],
    ['what nobody said', '?q=zebra', []],
  ])('are found by %s', async (_what, query, found) => {
    expect(await list(query)).toEqual(found);
  });

  it('are read with tools, citations, cost, timing and feedback', async () => {
    const { body } = await send('viewer', 'get', `/accounts/acme/sessions/${ids.parking}/messages?limit=3`);
    expect(body.data.map(({ seq, role }: { seq: number; role: string }) => [seq, role])).toEqual([
      [4, 'assistant'],
      [3, 'user'],
      [2, 'assistant'],
    ]);
    expect(body.data[2]).toMatchObject({
      content: 'Behind the house [1].',
      tools: [{ name: 'search_directory', result_count: 2 }],
      citations: [{ title: 'Parking' }],
      cost: { amount: '0.01000000', currency: 'USD', source: 'provider' },
      timings_ms: { total: 100, first_token: 40 },
      feedback: { rating: 'up' },
      superseded: false,
    });
    expect(body.data[0].cost).toEqual({ amount: null, currency: 'USD', source: 'unknown' });
    const rest = await send('viewer', 'get', `/accounts/acme/sessions/${ids.parking}/messages?limit=3&cursor=${body.next_cursor}`);
    expect(rest.body).toMatchObject({ data: [{ seq: 1, content: 'Where can I park?', cost: null }], has_more: false });
  });

  it('are exported as JSON lines, each a whole conversation', async () => {
    const { headers, text } = await send('viewer', 'get', '/accounts/acme/sessions/export?agent=info').buffer();
    expect(headers).toMatchObject({ 'content-type': 'application/x-ndjson; charset=utf-8', 'x-request-id': expect.any(String) });
    const [line, ...more] = text.trimEnd().split('\n');
    expect(more).toEqual([]);
    expect(JSON.parse(line!)).toMatchObject({ id: ids.parking, messages: [{ seq: 1 }, { seq: 2 }, { seq: 3 }, { seq: 4 }] });
    expect((await send('viewer', 'get', '/accounts/acme/sessions/export?q=zebra').buffer()).text).toBe('');
  });

  it('refuse filters that are none, and never a search for strange words', async () => {
    for (const query of [
      '?status=odd',
      '?start=yesterday',
      '?end=0000-01-01',
      '?agent=%00',
      '?q=',
      '?q=%00',
      '?page=2',
      '?cursor=x',
      '?limit=0',
    ])
      expect((await send('viewer', 'get', `/accounts/acme/sessions${query}`)).status).toBe(400);
    for (const q of ["'", '&|!():*', '"', '-', '\\', '<->'])
      expect((await send('viewer', 'get', `/accounts/acme/sessions?q=${encodeURIComponent(q)}`)).status).toBe(200);
  });

  it('of one account are never seen, nor erased, from another', async () => {
    const other = await say(addressOf('globex'), await agentIn(addressOf('globex'), 'info'), [{ question: 'secret', answer: 'secret' }]);
    for (const path of ['', '/messages'])
      expect(codeOf(await send('owner', 'get', `/accounts/acme/sessions/${other}${path}`))).toEqual([404, 'session_not_found']);
    expect(codeOf(await send('owner', 'delete', `/accounts/acme/sessions/${other}`))).toEqual([404, 'session_not_found']);
    expect(codeOf(await send('owner', 'get', `/accounts/globex/sessions/${other}`))).toEqual([404, 'account_not_found']);
    for (const id of [UNKNOWN, 'x', '%00'])
      expect(codeOf(await send('owner', 'get', `/accounts/acme/sessions/${id}/messages`))).toEqual([404, 'session_not_found']);
  });

  it('can be erased: nothing that was said remains anywhere, only the numbers', async () => {
    const address = addressOf('acme');
    const id = await say(address, await agentIn(address, 'info'), [{ question: 'My name is Zorro', answer: 'Hello Zorro', cost: '0.5' }]);
    expect(codeOf(await send('viewer', 'delete', `/accounts/acme/sessions/${id}`))).toEqual([403, 'forbidden']);
    expect((await send('owner', 'delete', `/accounts/acme/sessions/${id}`)).status).toBe(204);
    expect(codeOf(await send('owner', 'get', `/accounts/acme/sessions/${id}`))).toEqual([404, 'session_not_found']);
    await withClient(address, async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
      );
      for (const { name } of tables) {
        const { rows } = await client.query(`SELECT to_jsonb(t)::text AS row FROM ${name} t WHERE to_jsonb(t)::text LIKE '%Zorro%'`);
        expect([name, rows]).toEqual([name, []]);
      }
      const { rows } = await client.query('SELECT cost_amount::text FROM erased_turns');
      expect(rows).toEqual([{ cost_amount: '0.50000000' }]);
      const audit = await client.query(`SELECT action FROM audit_events WHERE target_id = $1`, [id]);
      expect(audit.rows).toEqual([{ action: 'conversation.erased' }]);
    });
  });

  describe('the board of unanswered questions', () => {
    const board = async (query = '') => (await send('viewer', 'get', `/accounts/acme/unanswered${query}`)).body;
    const ask = async (question: string, answer: string, more: object = {}) =>
      say(addressOf('acme'), await agentIn(addressOf('acme'), 'desk'), [{ question, answer, ...more }]);

    beforeAll(async () => {
      await ask('Do you have a pool?', 'I found nothing about that in the directories.', { searches: [0, 0] });
      await ask('do you have a POOL', 'Maybe.', { searches: [0] });
      await ask('Wer ist der Chef?', 'Das weiß ich leider nicht.');
      await ask('Answered?', 'Yes [1].', { searches: [0, 3], cites: true });
      await ask('Tried out?', 'I do not know.', { metadata: { 'salient.preview': 'draft' } });
    });

    it('groups questions that come to the same, the latest first', async () => {
      const { data } = await board();
      expect(
        data.map(({ question, turns, without_result: nothing }: { question: string; turns: number; without_result: number }) => [
          question,
          turns,
          nothing,
        ]),
      ).toEqual([
        ['Wer ist der Chef?', 1, 0],
        ['do you have a POOL', 2, 2],
      ]);
      expect(data[1]).toMatchObject({
        agents: ['desk'],
        examples: [{ answer: 'Maybe.' }, { question: 'Do you have a pool?' }],
        resolved_at: null,
      });
      expect((await board('?agent=info')).data).toEqual([]);
      const first = await board('?limit=1');
      expect((await board(`?limit=1&cursor=${first.next_cursor}`)).data).toEqual([data[1]]);
    });

    it('lets a question go when it is taken care of, and has it back when it is asked in vain again', async () => {
      const { key } = (await board()).data[0];
      const resolve = (body: object, who = 'owner') => send(who, 'post', `/accounts/acme/unanswered/${key}/resolve`, body);
      expect(codeOf(await resolve({ dismiss: true }, 'viewer'))).toEqual([403, 'forbidden']);
      expect(codeOf(await resolve({}))).toEqual([400, 'invalid_request']);
      expect(codeOf(await resolve({ entry_id: UNKNOWN }))).toEqual([404, 'not_found']);
      expect((await resolve({ dismiss: true })).body).toMatchObject({ key, entry_id: null, synonym: null });
      expect((await board()).data.map((row: { key: string }) => row.key)).not.toContain(key);
      expect(codeOf(await resolve({ dismiss: true }))).toEqual([404, 'not_found']);
      await ask('Wer ist der Chef??', 'Das weiß ich nicht.', { at: new Date(Date.now() + 60_000) });
      expect((await board('?start=2026-01-01&end=9998-01-01')).data[0]).toMatchObject({ key, turns: 1, resolved_at: expect.any(String) });
    });

    it('makes the words of a question synonyms of a list', async () => {
      const { schema } = await withClient(addressOf('acme'), async (client) => {
        await client.query(
          `INSERT INTO directory_lists (id, slug, name, entry_type, schema_version, schema) VALUES (gen_random_uuid(), 'faq', 'FAQ', 'faq', 1, '{"x-salient": {}}')`,
        );
        const { key } = (await board()).data.find(({ question }: { question: string }) => question.includes('POOL'));
        const synonym = { list: 'faq', words: ['pool', 'swimming'] };
        const path = `/accounts/acme/unanswered/${key}/resolve`;
        expect(codeOf(await send('owner', 'post', path, { synonym: { ...synonym, list: 'none' } }))).toEqual([404, 'not_found']);
        expect((await send('owner', 'post', path, { synonym })).body).toMatchObject({ synonym });
        return (await client.query<{ schema: object }>(`SELECT schema FROM directory_lists WHERE slug = 'faq'`)).rows[0]!;
      });
      expect(schema).toEqual({ 'x-salient': { synonyms: [['pool', 'swimming']] } });
    });
  });
});
