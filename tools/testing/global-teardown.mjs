import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export default async function globalTeardown() {
  const { server, pooler, directory } = globalThis.__testRun;
  await pooler?.stop();
  if (server) {
    await server.stop();
    rmSync(realpathSync(join(directory, 'postgres')), { recursive: true, force: true });
  }
  rmSync(directory, { recursive: true, force: true });
}
