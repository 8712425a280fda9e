import { withClient } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueryRunner } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { exportTenant } from '../archive/tenant-archive.js';
import { createTenantDatabase, newTenantAddress } from '../tenant-databases.js';
import { lostBeforeCommit, testProcess, testTenancy, type TestProcess, type TestTenancy } from '../testing/index.js';
import { tenantRestores } from './tenant-restore.store.js';
import { TenantRestorer } from './tenant-restorer.js';

class Notes1799999999970 {
  up = (runner: QueryRunner) => runner.query('CREATE TABLE notes (id integer PRIMARY KEY, body text NOT NULL)');
  down = (runner: QueryRunner) => runner.query('DROP TABLE notes');
}
class Titles1799999999971 {
  up = (runner: QueryRunner) => runner.query('ALTER TABLE notes ADD COLUMN title text');
  down = (runner: QueryRunner) => runner.query('ALTER TABLE notes DROP COLUMN title');
}

const OPERATOR = { kind: 'system', id: 'spec' } as const;
const WEEK = 7 * 86_400;
const WAITING = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

describe('an account that is restored in place', () => {
  let tenancy: TestTenancy;
  let folder: string;
  let file: string;
  let restorer: TenantRestorer;
  const processes: TestProcess[] = [];
  const db = new TenantDb();
  /** Another account for each test. */
  let acme: string;
  const unused = Array.from({ length: 7 }, (_, index) => `acme-${index}`);
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [Notes1799999999970], entities: [] }, ...unused, 'globex');
    folder = await mkdtemp(join(tmpdir(), 'salient-restore-'));
    restorer = new TenantRestorer(tenancy.access, [Notes1799999999970]);
    for (const name of ['one', 'two']) processes.push(await testProcess(tenancy, name));
    await write('globex', 1, 'first of globex');
  });
  beforeEach(async () => {
    acme = unused.shift()!;
    file = join(folder, `${acme}.gz`);
    await write(acme, 1, 'first of acme');
    await exportTenant(tenancy.access, acme, file, OPERATOR);
    await write(acme, 2, 'after the export');
  });
  afterAll(async () => {
    for (const process of processes) await process.stop();
    await tenancy.close();
    await rm(folder, { recursive: true });
  });

  const idOf = (slug: string) => tenancy.tenants[slug]!.id;
  const as = async <Result>(process: TestProcess, slug: string, work: () => Promise<Result>) =>
    process.tenants.run(await process.tenants.find(slug), work);
  const write = (slug: string, id: number, body: string) =>
    as(processes[0]!, slug, () => db.query('INSERT INTO notes (id, body) VALUES ($1, $2)', [id, body]));
  /** As each of the two processes finds them. */
  const notesOf = (slug: string) =>
    Promise.all(
      processes.map((process) =>
        as(process, slug, async () => (await db.query<{ body: string }>('SELECT body FROM notes ORDER BY id')).map(({ body }) => body)),
      ),
    );
  const inBoth = (...bodies: string[]) => [bodies, bodies];
  const registered = async (slug: string) => {
    const [row] = await tenancy.control.query<Record<string, unknown> & { database_name: string }>(
      'SELECT tenant_id, slug, name, status, server_id, database_name, config_version::int AS version, schema_version FROM tenant_registry WHERE slug = $1',
      [slug],
    );
    return row!;
  };
  const exists = async (name: string) =>
    (
      await tenancy.control.query('SELECT 1 FROM pg_database WHERE datname = $1 UNION ALL SELECT 1 FROM pg_roles WHERE rolname = $1', [
        name,
      ])
    ).length > 0;
  const actions = async () =>
    (
      await tenancy.control.query<{ action: string }>(
        `SELECT action FROM audit_events WHERE tenant_id = $1 AND action LIKE '%restore%' ORDER BY id`,
        [idOf(acme)],
      )
    ).map(({ action }) => action);

  it('has what the file holds, in every process, under its own id and name; and no other account notices', async () => {
    const [before, other] = [await registered(acme), await registered('globex')];
    const stop = new AbortController();
    const failures: unknown[] = [];
    const visitors = processes.flatMap((process) =>
      [acme, 'globex'].map(async (slug) => {
        while (!stop.signal.aborted)
          await as(process, slug, () => db.query('SELECT pg_sleep(0.002), body FROM notes')).catch((error: unknown) =>
            failures.push(error),
          );
      }),
    );
    const { rows } = await restorer.restore(idOf(acme), file, WEEK, OPERATOR);
    stop.abort();
    await Promise.all(visitors);
    expect(failures).toEqual([]);
    expect(rows).toEqual({ notes: 1 });
    expect(await notesOf(acme)).toEqual(inBoth('first of acme'));
    const { database_name: database, version, ...after } = await registered(acme);
    expect(before).toMatchObject(after);
    expect([database === before.database_name, version]).toEqual([false, (before['version'] as number) + 1]);
    expect(await registered('globex')).toEqual(other);
    expect(await exists(before.database_name)).toBe(true);
    expect(await actions()).toEqual(['account.restored']);
  });

  it('gets back what it had, and that can be undone as well', async () => {
    await restorer.restore(idOf(acme), file, WEEK, OPERATOR);
    await write(acme, 3, 'after the restore');
    await restorer.undo(idOf(acme), WEEK, OPERATOR);
    expect(await notesOf(acme)).toEqual(inBoth('first of acme', 'after the export'));
    await restorer.undo(idOf(acme), WEEK, OPERATOR);
    expect(await notesOf(acme)).toEqual(inBoth('first of acme', 'after the restore'));
    expect(await actions()).toEqual(['account.restored', 'account.restore_undone', 'account.restore_undone']);
  });

  it('gets back what it had with the schema that the fleet has by then', async () => {
    await restorer.restore(idOf(acme), file, WEEK, OPERATOR);
    const newer = new TenantRestorer(tenancy.access, [Notes1799999999970, Titles1799999999971]);
    await newer.undo(idOf(acme), WEEK, OPERATOR);
    expect(await registered(acme)).toMatchObject({ schema_version: 'Titles1799999999971' });
    expect(await as(processes[0]!, acme, () => db.query('SELECT title FROM notes'))).toHaveLength(2);
  });

  it('keeps what it had until that is confirmed, or its time is over', async () => {
    const { database_name: former } = await registered(acme);
    await restorer.restore(idOf(acme), file, WEEK, OPERATOR);
    await restorer.dropFormer();
    expect(await exists(former)).toBe(true);
    await restorer.confirm(idOf(acme));
    expect(await exists(former)).toBe(false);
    await expect(restorer.undo(idOf(acme), WEEK, OPERATOR)).rejects.toThrow('Nothing is kept');
    const { database_name: restored } = await registered(acme);
    await restorer.restore(idOf(acme), file, 0, OPERATOR);
    await withClient(tenancy.address, async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT 1 FROM tenant_restores WHERE tenant_id = $1 FOR UPDATE', [idOf(acme)]); // as another process that drops it
      const dropping = restorer.dropFormer();
      while ((await tenancy.control.query(WAITING)).length === 0);
      expect(await exists(restored)).toBe(true);
      await client.query('COMMIT');
      await dropping;
    });
    expect(await exists(restored)).toBe(false);
    expect(await notesOf(acme)).toEqual(inBoth('first of acme'));
  });

  it('leaves one receipt with the size of what it had, also when the process that drops it is lost in the middle', async () => {
    const { database_name: former } = await registered(acme);
    await restorer.restore(idOf(acme), file, 0, OPERATOR);
    const [size] = await tenancy.control.query('SELECT pg_database_size($1::name)::float8 AS bytes', [former]);
    const lost = new TenantRestorer({ ...tenancy.access, control: lostBeforeCommit(tenancy.control) }, [Notes1799999999970]);
    await expect(lost.dropFormer()).rejects.toThrow('lost');
    expect(await exists(former)).toBe(false);
    await restorer.dropFormer();
    const receipts = await tenancy.control.query(
      `SELECT details FROM audit_events WHERE action = 'account.former_database_dropped' AND details->>'database' = $1`,
      [former],
    );
    expect(receipts).toEqual([{ details: { database: former, ...size } }]);
  });

  it('is as it was when the file breaks off, is of another schema, or the account is doing something else', async () => {
    const before = await registered(acme);
    const failed = () =>
      tenancy.control.query<{ database: string }>(
        `SELECT database_name AS database FROM tenant_restores WHERE tenant_id = $1 AND status = 'failed'`,
        [idOf(acme)],
      );
    const [broken, whole] = [join(folder, 'broken.gz'), await readFile(file)];
    await writeFile(broken, whole.subarray(0, whole.length - 12));
    await expect(restorer.restore(idOf(acme), broken, WEEK, OPERATOR)).rejects.toThrow();
    const newer = new TenantRestorer(tenancy.access, [Notes1799999999970, Titles1799999999971]);
    await expect(newer.restore(idOf(acme), file, WEEK, OPERATOR)).rejects.toThrow('has the schema Notes1799999999970');
    expect(await registered(acme)).toEqual(before);
    const [begun] = await failed();
    expect(await exists(begun!.database)).toBe(false);
    const setGlobex = (status: string) => tenancy.control.query(`UPDATE tenant_registry SET status = $1 WHERE slug = 'globex'`, [status]);
    await setGlobex('deleting');
    await expect(restorer.restore(idOf('globex'), file, WEEK, OPERATOR)).rejects.toThrow('while the account is deleting');
    await setGlobex('active');
    expect(await notesOf(acme)).toEqual(inBoth('first of acme', 'after the export'));
  });

  it('loses what a lost process has left of a restore, and nothing else', async () => {
    const address = newTenantAddress(tenancy.address);
    const { server_id: serverId } = await registered(acme);
    await tenantRestores.begin(tenancy.control, uuidv7(), idOf(acme), serverId as string, address.database, 'spec');
    await createTenantDatabase(tenancy.address, address);
    await restorer.dropFormer();
    expect(await exists(address.database)).toBe(true); // it may be at work
    await withClient(tenancy.address, (client) => client.query(`UPDATE tenant_restores SET lease_expires_at = now()`));
    await restorer.dropFormer();
    expect(await exists(address.database)).toBe(false);
    await restorer.restore(idOf(acme), file, WEEK, OPERATOR);
    expect(await notesOf(acme)).toEqual(inBoth('first of acme'));
  });
});
