import { withClient } from '@salient/platform';
import { TenantDb, type TenantLease } from '@salient/tenancy';
import { setTimeout as wait } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';
import { registerServer } from '../database-servers.js';
import { MoveConflict } from '../lifecycle.errors.js';
import { asAdministrator } from '../tenant-databases.js';
import { lostBeforeCommit, testProcess, testTenancy, type TestProcess, type TestTenancy } from '../testing/index.js';
import { TenantMover } from './tenant-mover.js';
import { tenantMoves, type MoveStep } from './tenant-move.store.js';

/** Tables that refer to one another and to themselves, with a sequence, a generated column, a unique title, a trigger and a journal that only grows. */
class Notes1799999999990 {
  up = (runner: QueryRunner) =>
    runner.query(`
      CREATE TABLE threads (id integer PRIMARY KEY, title text NOT NULL UNIQUE, notes integer NOT NULL DEFAULT 0);
      CREATE TABLE notes (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        thread_id integer NOT NULL REFERENCES threads ON DELETE CASCADE,
        parent_id bigint REFERENCES notes ON DELETE CASCADE,
        body text NOT NULL,
        size integer GENERATED ALWAYS AS (length(body)) STORED
      );
      CREATE TABLE labels (relation text, key text, PRIMARY KEY (relation, key));
      CREATE TABLE journal (note_id bigint PRIMARY KEY);
      REVOKE UPDATE, DELETE, TRUNCATE ON journal FROM CURRENT_USER;
      CREATE FUNCTION count_note() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO journal VALUES (NEW.id);
        UPDATE threads SET notes = notes + 1 WHERE id = NEW.thread_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER notes_are_counted AFTER INSERT ON notes FOR EACH ROW EXECUTE FUNCTION count_note();
      INSERT INTO threads (id, title) SELECT n, 'Thread ' || n FROM generate_series(1, 20) n;
      INSERT INTO notes (thread_id, body) SELECT 1 + n % 20, E'Old\\n\\t\\\\ note ' || n FROM generate_series(1, 3000) n`);
  down = (runner: QueryRunner) => runner.query('DROP TABLE journal, labels, notes, threads');
}

const OPERATOR = { kind: 'system', id: 'spec' } as const;
const ARRIVAL = `INSERT INTO labels VALUES ('arrived', now()::text)`;

describe('an account that moves to another server', () => {
  let tenancy: TestTenancy;
  const processes: TestProcess[] = [];
  const db = new TenantDb();
  const loads: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [Notes1799999999990], entities: [] }, 'acme', 'globex', 'initech');
    const address = { ...tenancy.address, host: 'localhost', database: 'postgres' };
    await registerServer(access(), { name: 'second', address, reservedConnections: 0 });
    for (const name of ['one', 'two']) processes.push(await testProcess(tenancy, name));
  });
  afterAll(async () => {
    for (const process of processes) await process.stop();
    await new TenantMover(access(), { migrations: [], arrival: '' }).dropFormer();
    await tenancy.close();
  });

  afterEach(() => Promise.all(loads.splice(0).map((end) => end())));

  const access = () => tenancy.access;
  const moverOf = (arrival = ARRIVAL) => new TenantMover(access(), { migrations: [Notes1799999999990], arrival });
  const idOf = (slug: string) => tenancy.tenants[slug]!.id;
  const moveOf = async (slug: string) => (await tenantMoves.page(tenancy.control, 1, null, idOf(slug)))[0]!;
  const placeOf = async (slug: string) => {
    const [row] = await tenancy.control.query<{ server: string; status: string; database: string }>(
      `SELECT s.name AS server, status, database_name AS database FROM tenant_registry JOIN database_servers s ON s.id = server_id WHERE slug = $1`,
      [slug],
    );
    return row!;
  };
  /** Notes by id. */
  const notesOf = async (slug: string) =>
    withClient(asAdministrator(tenancy.address, (await placeOf(slug)).database), async (client) => {
      const { rows } = await client.query<{ id: string; body: string }>('SELECT id, body FROM notes');
      return Object.fromEntries(rows.map(({ id, body }) => [id, body]));
    });
  const actionsOf = async (slug: string) =>
    (
      await tenancy.control.query<{ action: string }>(`SELECT action FROM audit_events WHERE tenant_id = $1 ORDER BY created_at, id`, [
        idOf(slug),
      ])
    ).map(({ action }) => action);

  /** Visitors that write, rename, answer and delete in both processes until they are told to stop. */
  function load(slug: string) {
    const stop = new AbortController();
    const written = new Map<number, string>();
    const failures: unknown[] = [];
    const visitor = async (process: TestProcess, thread: number) => {
      for (let turn = 0; !stop.signal.aborted; turn++) {
        const body = `${thread}/${turn}`;
        try {
          await process.tenants.run(await process.tenants.find(slug), async () => {
            const id = await db.transaction(async (sql) => {
              const [note] = await sql.query<{ id: string }>('INSERT INTO notes (thread_id, body) VALUES ($1, $2) RETURNING id', [
                thread,
                body,
              ]);
              await sql.query('UPDATE notes SET parent_id = (SELECT max(id) FROM notes WHERE thread_id = $2 AND id < $1) WHERE id = $1', [
                note!.id,
                thread,
              ]);
              return Number(note!.id);
            });
            written.set(id, body);
            if (turn % 10 === 9) await db.query('UPDATE threads SET title = $2 WHERE id = $1', [thread, `Renamed ${body}`]);
          });
        } catch (error) {
          failures.push(error);
        }
        await wait(2);
      }
    };
    /** As a turn does: one lease for all of it, and a write now and then. */
    const longWork = async (process: TestProcess) => {
      const lease: TenantLease = await process.tenants.lend(await process.tenants.find(slug));
      while (!stop.signal.aborted) {
        await lease.dataSource
          .query(`INSERT INTO labels VALUES ('long work', $1)`, [`${Math.random()}`])
          .catch((error: unknown) => failures.push(error));
        await wait(20);
      }
      lease.release();
    };
    const all = processes.flatMap((process, index) => [...[1, 2].map((n) => visitor(process, index * 2 + n)), longWork(process)]);
    const end = async () => {
      stop.abort();
      await Promise.all(all);
    };
    loads.push(end);
    return { written, failures, end };
  }

  /** Works on the move; the load goes on after the cut-over for a while, and ends: long work that began before it keeps the move open. */
  async function arrive(mover: TenantMover, visitors: ReturnType<typeof load>, slug: string): Promise<void> {
    const working = mover.work();
    while (!['settling', 'ended'].includes((await moveOf(slug)).step)) await wait(20);
    const reached = visitors.written.size;
    while (visitors.written.size < reached + 50) await wait(5);
    await visitors.end();
    await working;
  }

  it('is served all the while: no request fails, nothing is lost, nothing comes twice, and only then the former database goes', async () => {
    const before = await placeOf('acme');
    const visitors = load('acme');
    while (visitors.written.size < 50) await wait(5);
    const mover = moverOf();
    const { id } = await mover.start(idOf('acme'), { server: 'second', keepSeconds: 0 }, OPERATOR);
    await arrive(mover, visitors, 'acme');
    expect(visitors.failures).toEqual([]);
    expect(await tenantMoves.find(tenancy.control, id)).toMatchObject({
      status: 'completed',
      from_server: 'default',
      to_server: 'second',
      error: null,
    });
    const after = await placeOf('acme');
    expect([after.server, after.status]).toEqual(['second', 'active']);
    const stored = await withClient(asAdministrator(tenancy.address, after.database), async (client) => {
      const { rows } = await client.query<{ id: string; body: string; size: number }>('SELECT id, body, size FROM notes WHERE id > 3000');
      return rows;
    });
    expect(new Map(stored.map((row) => [Number(row.id), row.body]))).toEqual(visitors.written);
    const [counted] = await withClient(asAdministrator(tenancy.address, after.database), async (client) => {
      const { rows } = await client.query(
        `SELECT (SELECT sum(notes)::int FROM threads) AS counted, (SELECT count(*)::int FROM notes) AS notes,
           (SELECT count(*)::int FROM journal) AS journal, (SELECT count(*)::int FROM labels WHERE relation = 'arrived') AS arrived`,
      );
      return rows as { counted: number; notes: number; journal: number; arrived: number }[];
    });
    const notes = stored.length + 3000;
    expect(counted).toEqual({ counted: notes, notes, journal: notes, arrived: 1 });
    const former = { ...tenancy.tenants['acme']!.address };
    await expect(withClient(former, (client) => client.query('SELECT 1'))).rejects.toThrow('not permitted to log in');
    const [size] = await tenancy.control.query('SELECT pg_database_size($1::name)::float8 AS bytes', [before.database]);
    const lost = new TenantMover({ ...access(), control: lostBeforeCommit(tenancy.control) }, { migrations: [], arrival: '' });
    await expect(lost.dropFormer()).rejects.toThrow('lost');
    expect(await tenancy.control.query('SELECT 1 FROM pg_database WHERE datname = $1', [before.database])).toEqual([]);
    await mover.dropFormer(); // takes over, and tells the size although the database is gone
    const dropped = `SELECT details FROM audit_events WHERE action = 'account.former_database_dropped'`;
    expect(await tenancy.control.query(dropped)).toEqual([{ details: { database: before.database, ...size } }]);
    expect(await actionsOf('acme')).toEqual([
      'account.provisioned',
      'account.move_started',
      'account.moved',
      'account.former_database_dropped',
    ]);
  });

  it('has the rules of its schema again where it arrives', async () => {
    const { database } = await placeOf('acme');
    await withClient(asAdministrator(tenancy.address, database), async (client) => {
      await expect(client.query(`INSERT INTO notes (thread_id, body) VALUES (99, 'x')`)).rejects.toThrow('foreign key');
      const { rows } = await client.query(`SELECT 1 FROM pg_constraint WHERE NOT convalidated`);
      expect(rows).toEqual([]);
      await client.query(`INSERT INTO notes (thread_id, body) VALUES (20, 'counted')`);
      expect((await client.query('SELECT notes FROM threads WHERE id = 20')).rows).toEqual([{ notes: 151 }]);
      await client.query(`SET ROLE ${database}`);
      await expect(client.query('DELETE FROM journal')).rejects.toThrow('permission denied');
      await expect(client.query('TRUNCATE journal')).rejects.toThrow('permission denied');
    });
  });

  it.each<MoveStep>(['preparing', 'copying', 'catching_up', 'pausing', 'settling'])(
    'arrives although the process that moves it is lost while it is %s',
    async (step) => {
      const slug = 'globex';
      const { server } = await placeOf(slug);
      const visitors = load(slug);
      const lost = loseAt(step);
      const { id } = await lost.start(idOf(slug), { server: server === 'second' ? 'default' : 'second', keepSeconds: 0 }, OPERATOR);
      await expect(lost.work()).rejects.toThrow('lost');
      expect((await moveOf(slug)).step).toBe(step);
      await tenancy.control.query(`UPDATE tenant_moves SET lease_expires_at = now() WHERE id = $1`, [id]);
      const heir = moverOf();
      await arrive(heir, visitors, slug);
      expect(visitors.failures).toEqual([]);
      expect(await tenantMoves.find(tenancy.control, id)).toMatchObject({ status: 'completed' });
      expect(await notesOf(slug)).toEqual(expect.objectContaining(Object.fromEntries(visitors.written)));
      await heir.dropFormer();
    },
    60_000,
  );

  /** A mover whose process is lost as soon as the move is in that step: it can write nothing any more, its connections end. */
  function loseAt(step: MoveStep): TenantMover {
    const { control } = tenancy;
    let isLost = false;
    const unlessLost = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      if (isLost) throw new Error('lost');
      const result = await work();
      isLost ||= (await moveOf('globex'))?.step === step && (await moveOf('globex')).status === 'running' && started;
      if (isLost) throw new Error('lost');
      return result;
    };
    let started = false;
    const lossy = new Proxy(control, {
      get: (_, name) => {
        if (name === 'query') return (sql: string, parameters?: unknown[]) => unlessLost(() => control.query(sql, parameters));
        if (name === 'transaction') return (work: never) => unlessLost(() => control.transaction(work));
        return Reflect.get(control, name) as unknown;
      },
    });
    const mover = new TenantMover({ ...access(), control: lossy }, { migrations: [Notes1799999999990], arrival: ARRIVAL });
    const work = mover.work.bind(mover);
    return Object.assign(mover, {
      work: () => {
        started = true;
        return work();
      },
    });
  }

  it('stays where it is when somebody gives the move up, and nothing of it is left', async () => {
    const before = await placeOf('initech');
    const mover = moverOf();
    const { id } = await mover.start(idOf('initech'), { server: 'second', keepSeconds: 0 }, OPERATOR);
    await mover.cancel(id, OPERATOR);
    await mover.work();
    expect(await tenantMoves.find(tenancy.control, id)).toMatchObject({ status: 'cancelled', step: 'ended' });
    expect(await placeOf('initech')).toEqual(before);
    expect(await actionsOf('initech')).toEqual([
      'account.provisioned',
      'account.move_started',
      'account.move_cancel_requested',
      'account.move_cancelled',
    ]);
    await expect(mover.cancel(id, OPERATOR)).resolves.toMatchObject({ status: 'cancelled' });
  });

  it('stays where it is when a step fails, serves on, and nothing of the move is left', async () => {
    const before = await placeOf('initech');
    const visitors = load('initech');
    const mover = moverOf('SELECT 1 / 0');
    const { id } = await mover.start(idOf('initech'), { server: 'second', keepSeconds: 0 }, OPERATOR);
    await mover.work();
    const reached = visitors.written.size;
    while (visitors.written.size < reached + 50) await wait(5);
    await visitors.end();
    expect(visitors.failures).toEqual([]);
    const move = await tenantMoves.find(tenancy.control, id);
    expect(move).toMatchObject({ status: 'failed', error: 'division by zero' });
    expect(await placeOf('initech')).toEqual(before);
    expect(await tenancy.control.query('SELECT 1 FROM pg_database WHERE datname = $1', [move.to_database])).toEqual([]);
    await withClient(asAdministrator(tenancy.address, before.database), async (client) => {
      expect((await client.query(`SELECT 1 FROM pg_namespace WHERE nspname = 'salient_move'`)).rows).toEqual([]);
      expect((await client.query(`SELECT 1 FROM pg_trigger WHERE tgname LIKE 'salient_move%'`)).rows).toEqual([]);
    });
  });

  it('is not moved where it is, to a server that nobody knows, twice at once, or while it is deleted', async () => {
    const mover = moverOf();
    const start = (server: string) => mover.start(idOf('initech'), { server, keepSeconds: 0 }, OPERATOR);
    await expect(start('default')).rejects.toThrow(MoveConflict);
    await expect(start('nowhere')).rejects.toThrow('There is no database server "nowhere".');
    await tenancy.control.query(`UPDATE tenant_registry SET status = 'deleting' WHERE slug = 'initech'`);
    await expect(start('second')).rejects.toThrow('deleting');
    await tenancy.control.query(`UPDATE tenant_registry SET status = 'active' WHERE slug = 'initech'`);
    const { id } = await start('second');
    await expect(start('second')).rejects.toThrow('being moved already');
    await mover.cancel(id, OPERATOR);
    await mover.work();
  });
});
