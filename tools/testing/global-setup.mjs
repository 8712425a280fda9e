import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import { startPgBouncer } from '../postgres/pgbouncer.ts';

/**
 * One throw-away PostgreSQL server for the whole run, or the server named by TEST_POSTGRES_URL. Spec files find it in
 * TEST_POSTGRES_URL and make databases of their own on it. Durability is off: the data does not outlive the run.
 */
export default async function globalSetup() {
  // Specs that start whole services run at the same time: a build that one of them began would take the files from another.
  if (process.env.FULL_SPECS) buildEverything();
  const directory = mkdtempSync(join(tmpdir(), 'salient-test-'));
  // What is made once for all spec files, by the first that needs it, such as the files for browsers.
  process.env.TEST_RUN_DIRECTORY = directory;
  globalThis.__testRun = { directory };
  if (process.env.TEST_POSTGRES_URL) return;
  const server = await startEmbeddedPostgres({
    dataDirectory: join(directory, 'postgres'),
    password: 'test',
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: 300,
      autovacuum: 'off',
      shared_buffers: '256MB',
      max_wal_size: '4GB',
    },
  });
  process.env.TEST_POSTGRES_URL = server.url;
  // What services are told of then leads through a transaction pooler: nothing may depend on the state of a session.
  const pooler = process.env.TEST_PGBOUNCER ? await startPgBouncer(server.url) : undefined;
  if (pooler) process.env.TEST_PGBOUNCER_PORT = `${pooler.port}`;
  Object.assign(globalThis.__testRun, { server, pooler });
}

function buildEverything() {
  const { status } = spawnSync('npx', ['nx', 'run-many', '-t', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The services could not be built: see "npm run build".');
}
