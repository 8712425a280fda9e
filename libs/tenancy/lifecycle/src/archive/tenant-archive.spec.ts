import { withClient } from '@salient/platform';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { QueryRunner } from 'typeorm';
import { asAdministrator } from '../tenant-databases.js';
import { testTenancy, type TestTenancy } from '../testing/index.js';
import { UnusableArchive } from './archive-file.js';
import { exportTenant, restoreTenant } from './tenant-archive.js';

/** What JavaScript's numbers, jsonb and a line a record would each change. */
class Things1799999999960 {
  up = (runner: QueryRunner) =>
    runner.query(`
      CREATE TABLE things (id bigint PRIMARY KEY, price numeric, said json, stored jsonb, body text, made timestamptz, bytes bytea);
      CREATE TABLE "Odd ""names" (id integer PRIMARY KEY)`);
  down = (runner: QueryRunner) => runner.query('DROP TABLE things, "Odd ""names"');
}
const THINGS = `
  INSERT INTO things VALUES
    (9007199254740993, 123456789012.12345678, E'{"b": 1.10,\\n "a": 2}', '{"n": 98765432109876543210.10}', E'a\\nb"\\\\ 👩‍⚕️', '2026-01-02T03:04:05.678901Z', '\\x00ff'),
    (2, NULL, NULL, NULL, '', NULL, NULL);
  INSERT INTO "Odd ""names" SELECT generate_series(1, 1200)`;
/** A line break between two values of a json column becomes a space. */
const CONTENT = `SELECT (SELECT translate(json_agg(things ORDER BY id)::text, E'\\n', ' ') FROM things) AS things, (SELECT count(*)::int FROM "Odd ""names") AS odd`;

const OPERATOR = { kind: 'system', id: 'spec' } as const;

describe('the archive of an account', () => {
  let tenancy: TestTenancy;
  let folder: string;
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: [Things1799999999960], entities: [] }, 'acme');
    await inDatabase(tenancy.tenants['acme']!.address.database, THINGS);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'salient-archive-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  afterAll(() => tenancy.close());

  const inDatabase = async (database: string, statement: string) =>
    withClient(asAdministrator(tenancy.address, database), async (client) => (await client.query(statement)).rows as unknown);
  const exported = (file: string, signal?: AbortSignal) => exportTenant(tenancy.access, 'acme', file, OPERATOR, signal);
  const restored = (file: string, slug: string) => restoreTenant(tenancy.access, tenancy.provisioner, file, { slug, name: slug }, OPERATOR);
  const slugs = async () => (await tenancy.control.query<{ slug: string }>('SELECT slug FROM tenant_registry')).map(({ slug }) => slug);
  const actionsOf = async (id: string) =>
    (await tenancy.control.query<{ action: string }>('SELECT action FROM audit_events WHERE tenant_id = $1 ORDER BY id', [id])).map(
      ({ action }) => action,
    );

  it('brings everything back to the last digit and the last character, and both ways are in the audit', async () => {
    const file = join(folder, 'acme.gz');
    const rows = { things: 2, '"Odd ""names"': 1_200 };
    expect(await exported(file)).toEqual({ rows });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { id, ...summary } = await restored(file, 'copy');
    expect(summary).toEqual({ rows });
    const [copy] = await tenancy.control.query<{ database: string }>(
      'SELECT database_name AS database FROM tenant_registry WHERE tenant_id = $1',
      [id],
    );
    expect(await inDatabase(copy!.database, CONTENT)).toEqual(await inDatabase(tenancy.tenants['acme']!.address.database, CONTENT));
    expect(await actionsOf(tenancy.tenants['acme']!.id)).toContain('account.exported');
    expect(await actionsOf(id)).toEqual(['account.provisioned', 'account.restored']);
  });

  it('is there whole or not at all: where it cannot be written, when it is given up, and when two write it at once', async () => {
    await expect(exported(join(folder, 'nowhere', 'acme.gz'))).rejects.toMatchObject({ code: 'ENOENT' });
    const occupied = join(folder, 'occupied.gz');
    await mkdir(join(occupied, 'inside'), { recursive: true });
    await expect(exported(occupied)).rejects.toMatchObject({ code: expect.stringMatching(/^(EISDIR|ENOTEMPTY|EEXIST)$/) });
    await expect(exported(join(folder, 'given-up.gz'), AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    const twice = join(folder, 'twice.gz');
    await Promise.all([exported(twice), exported(twice)]);
    expect(await readdir(folder)).toEqual(['occupied.gz', 'twice.gz']);
    expect(
      gunzipSync(await readFile(twice))
        .toString()
        .split('\n'),
    ).toHaveLength(6);
  });

  it('makes no account of what is none, breaks off, holds a table that nobody knows, or a row twice', async () => {
    const file = join(folder, 'acme.gz');
    await exported(file);
    const whole = await readFile(file);
    const lines = gunzipSync(whole).toString();
    const before = await slugs();
    const faults: [string, Buffer | string, unknown][] = [
      ['text', 'hello', UnusableArchive],
      ['other', gzipSync('hello\n'), UnusableArchive],
      ['null', gzipSync('null\n'), UnusableArchive],
      ['empty', gzipSync(''), UnusableArchive],
      ['cut', whole.subarray(0, whole.length - 9), UnusableArchive],
      ['line-cut', gzipSync(lines.slice(0, -20)), UnusableArchive],
      ['unknown-table', gzipSync(lines.replaceAll('"things"', '"secrets"')), UnusableArchive],
      ['no-table', gzipSync(`${lines}{"rows":[]}\n`), UnusableArchive],
      ['twice', gzipSync(lines + lines.split('\n').slice(1).join('\n')), 'duplicate key'],
    ];
    for (const [slug, content, fault] of faults) {
      await writeFile(file, content);
      await expect(restored(file, slug)).rejects.toThrow(fault as string);
    }
    await expect(restored(join(folder, 'nothing.gz'), 'nothing')).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await slugs()).toEqual(before); // a row goes when its database is dropped
  });
});
