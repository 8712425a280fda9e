import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../processes/ports.ts';
import type { DevJson } from './dev-json.ts';
import { LaunchedStack } from './testing/launched-stack.ts';

const START_MS = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'salient-killed-'));

interface Import {
  readonly id: string;
  readonly status: string;
  readonly error: string | null;
  readonly counts: Record<string, number>;
}

describe('admin-api, killed while it applies an import', () => {
  let ports: { chat: number; admin: number; ui: number };
  let stack: LaunchedStack;
  let started: DevJson;
  const launch = async () => {
    stack = new LaunchedStack(folder, ports);
    started = await stack.running();
  };

  beforeAll(async () => {
    ports = { chat: await freePort(), admin: await freePort(), ui: await freePort() };
    await launch();
  }, START_MS);
  afterAll(async () => {
    await stack.stop();
    const postgres = join(folder, 'postgres');
    if (existsSync(postgres)) rmSync(realpathSync(postgres), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  async function call(method: string, path: string, body?: string): Promise<string> {
    const account = started.accounts[0]!;
    const answer = await fetch(`${started.admin_api}/api/admin/accounts/${account.slug}/directory-lists/doctors${path}`, {
      method,
      headers: { authorization: `Bearer ${account.token}`, ...(body === undefined ? {} : { 'content-type': 'text/csv' }) },
      body,
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${text}`);
    return text;
  }
  /** Asks until the import has another status than these. */
  async function settled(id: string, ...passing: string[]): Promise<Import> {
    for (;;) {
      const found = JSON.parse(await call('GET', `/imports/${id}`)) as Import;
      if (!passing.includes(found.status)) return found;
      await wait(100);
    }
  }
  async function tenantDatabase(): Promise<pg.Client> {
    const control = new pg.Client(started.postgres);
    await control.connect();
    const { rows } = await control.query<{ name: string }>('SELECT database_name AS name FROM tenant_registry WHERE slug = $1', [
      started.accounts[0]!.slug,
    ]);
    await control.end();
    const url = new URL(started.postgres);
    url.pathname = `/${rows[0]!.name}`;
    const client = new pg.Client(url.toString());
    client.on('error', () => undefined); // the stack ends with its service, and the server with it
    await client.connect();
    return client;
  }
  /** Waits until some statement on this database is stopped by a lock. */
  async function someStatementWaits(client: pg.Client): Promise<void> {
    for (;;) {
      const { rowCount } = await client.query(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
      );
      if (rowCount) return;
      await wait(20);
    }
  }

  it(
    'leaves the list as it was, byte for byte, and the import failed; the file can be imported again',
    async () => {
      const before = await call('GET', '/entries.csv');
      const file = before.replaceAll('Dr. ', 'Doctor ');
      const { id } = JSON.parse(await call('POST', '/imports?on_missing=archive', file)) as Import;
      expect((await settled(id, 'validating')).counts['update']).toBeGreaterThan(10);

      const database = await tenantDatabase();
      await database.query('BEGIN');
      await database.query('SELECT FROM directory_entries ORDER BY id DESC FOR UPDATE');
      await call('POST', `/imports/${id}/apply`);
      await someStatementWaits(database);
      process.kill(stack.devJson().processes.find(({ app }) => app === 'admin-api')!.pid, 'SIGKILL');
      await database.query('ROLLBACK').catch(() => undefined);
      await database.end().catch(() => undefined);
      await stack.ended;
      await launch();

      expect(await settled(id, 'applying')).toMatchObject({ status: 'failed', error: expect.stringContaining('was lost') });
      expect(await call('GET', '/entries.csv')).toBe(before);
      const again = JSON.parse(await call('POST', '/imports', file)) as Import;
      await settled(again.id, 'validating');
      await call('POST', `/imports/${again.id}/apply`);
      expect((await settled(again.id, 'applying')).status).toBe('applied');
      expect(await call('GET', '/entries.csv')).toBe(file);
    },
    START_MS,
  );
});
