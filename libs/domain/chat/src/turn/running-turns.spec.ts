import { agentEntities, createAgent } from '@salient/domain/agents';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { TenantDb } from '@salient/tenancy';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { v7 as uuidv7 } from 'uuid';
import { RunningTurns } from './running-turns.js';
import { TurnStore } from './turn-store.js';

const US = uuidv7();
const SAID = { text: 'said', tools: [], citations: [] };

describe('the rows of running turns', () => {
  let tenancy: TestTenancy;
  const db = new TenantDb();
  const store = new TurnStore(db);
  const running = new RunningTurns(db, store);
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: tenantMigrations, entities: agentEntities }, 'acme');
    await inAcme(() => createAgent(db, { slug: 'info', name: 'Front desk', system_prompt: '', disconnect_policy: 'abort' }));
  });
  afterAll(() => tenancy.close());

  const inAcme = <Result>(work: () => Promise<Result>) => tenancy.run('acme', work);
  const change = (id: string, set: string) => inAcme(() => db.query(`UPDATE messages SET ${set} WHERE id = $1`, [id]));
  const row = async (id: string) =>
    (await inAcme(() => db.query<Record<string, unknown>>('SELECT * FROM messages WHERE id = $1', [id])))[0]!;

  /** A turn of ours in a session of its own, whose lease is nearly over. */
  async function begun(): Promise<string> {
    const [turnId, userMessageId, sessionId] = [uuidv7(), uuidv7(), uuidv7()];
    await inAcme(() =>
      store.begin(
        'info',
        { turnId, userMessageId, sessionId, opensSession: true, message: 'Hi', metadata: {}, principal: 'p', clientMessageId: null, idempotency: null, workerId: US }, // prettier-ignore
        false,
      ),
    );
    await change(turnId, `lease_expires_at = now() + interval '1 second'`);
    return turnId;
  }
  const keep = (ids: string[], written = ids.map((id) => ({ id, ...SAID }))) => inAcme(() => running.keep(US, ids, written));
  const leaseMs = async (id: string) => Number(((await row(id))['lease_expires_at'] as Date | null)?.getTime()) - Date.now();

  it('are written, and their leases renewed, all in one go', async () => {
    const ids = [await begun(), await begun(), await begun()];
    const news = await keep(ids, ids.slice(0, 2).map((id) => ({ id, ...SAID }))); // prettier-ignore
    expect(new Map(news.map(({ id, stored, stopRequested }) => [id, { stored, stopRequested }]))).toEqual(
      new Map(ids.map((id, index) => [id, { stored: index < 2, stopRequested: false }])),
    );
    expect(await Promise.all(ids.map(async (id) => (await row(id))['content']))).toEqual(['said', 'said', '']);
    expect((await leaseMs(ids[0]!)) > 5_000).toBe(true);
    expect((await leaseMs(ids[2]!)) > 5_000).toBe(false);
  });

  it('keep their text when only the lease is renewed', async () => {
    const id = await begun();
    await keep([id]);
    await change(id, `lease_expires_at = now() + interval '1 second'`);
    expect(await inAcme(() => running.keep(US, [id], [{ id }]))).toMatchObject([{ id, stored: true }]);
    expect(await row(id)).toMatchObject({ content: 'said' });
    expect((await leaseMs(id)) > 5_000).toBe(true);
  });

  it.each([
    ['another worker has', 'worker_id = gen_random_uuid()'],
    ['has been given up', `status = 'failed', failure_code = 'worker_lost'`],
    ['has been stopped', `status = 'stopped'`],
  ])('are not written any more where a turn %s', async (_how, set) => {
    const [lost, kept] = [await begun(), await begun()];
    await change(lost, `${set}, content = 'theirs'`);
    expect(await keep([lost, kept])).toMatchObject([{ id: kept, stored: true }]);
    expect(await row(lost)).toMatchObject({ content: 'theirs' });
  });

  it('do not wait for one that somebody holds, nor write it when it was given up meanwhile', async () => {
    const [held, free] = [await begun(), await begun()];
    await inAcme(() =>
      db.transaction(async (sql) => {
        await sql.query(`UPDATE messages SET status = 'failed', content = 'theirs' WHERE id = $1`, [held]);
        const news = await running.keep(US, [held, free], [held, free].map((id) => ({ id, ...SAID }))); // prettier-ignore
        expect(new Map(news.map(({ id, stored }) => [id, stored]))).toEqual(
          new Map([
            [held, false],
            [free, true],
          ]),
        );
        const followed = await running.follow([held, free]);
        expect(followed.map(({ id }) => id).sort()).toEqual([held, free].sort());
      }),
    );
    expect(await row(held)).toMatchObject({ content: 'theirs', reader_seen_at: null });
    expect((await row(free))['reader_seen_at']).not.toBeNull();
    expect(await keep([held, free])).toMatchObject([{ id: free }]);
  });

  it('tell what others have left there', async () => {
    const id = await begun();
    await change(id, `stop_requested_at = now(), reader_seen_at = clock_timestamp() - interval '5 seconds'`);
    const [news] = await keep([id]);
    expect(news).toMatchObject({ stopRequested: true });
    expect(Math.round(news!.unreadElsewhereMs! / 1_000)).toBe(5);
  });

  it('are followed all in one go, those whose worker is gone as failed, those that are erased not at all', async () => {
    const [alive, dead, erased] = [await begun(), await begun(), await begun()];
    await keep([alive, dead]);
    await change(dead, `lease_expires_at = now() - interval '1 second'`);
    await inAcme(() => db.query('DELETE FROM messages WHERE id = $1', [erased]));
    const turns = await inAcme(() => running.follow([alive, dead, erased]));
    expect(new Map(turns.map(({ id, text, end }) => [id, [text, end?.failureCode]]))).toEqual(
      new Map([
        [alive, ['said', undefined]],
        [dead, ['said', 'worker_lost']],
      ]),
    );
  });
});
