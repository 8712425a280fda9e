import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export default async function globalTeardown() {
  const started = globalThis.__testPostgres;
  if (!started) return;
  await started.pooler?.stop();
  await started.server.stop();
  rmSync(realpathSync(join(started.directory, 'postgres')), { recursive: true, force: true });
  rmSync(started.directory, { recursive: true, force: true });
}
