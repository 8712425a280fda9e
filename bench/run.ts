import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../tools/postgres/embedded-postgres.ts';

// node bench/run.ts tenancy [part …]: runs the bundle dist/bench/<name>/main.js on a throw-away PostgreSQL server.

const name = process.argv[2];
if (!name) throw new Error('usage: node bench/run.ts <benchmark>');
const directory = mkdtempSync(join(tmpdir(), 'salient-bench-'));
const server = await startEmbeddedPostgres({
  dataDirectory: join(directory, 'postgres'),
  password: 'bench',
  settings: {
    max_connections: 300,
    fsync: 'off',
    synchronous_commit: 'off',
    autovacuum: 'off',
    shared_preload_libraries: 'pg_stat_statements',
    'pg_stat_statements.track': 'none',
  },
});
try {
  const child = spawn(process.execPath, ['--expose-gc', '--enable-source-maps', `dist/bench/${name}/main.js`, ...process.argv.slice(3)], {
    stdio: 'inherit',
    env: { ...process.env, TEST_POSTGRES_URL: server.url },
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
} finally {
  await server.stop();
  rmSync(realpathSync(join(directory, 'postgres')), { recursive: true, force: true });
  rmSync(directory, { recursive: true, force: true });
}
