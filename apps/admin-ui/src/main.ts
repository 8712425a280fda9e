import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadConfig } from './server/config.js';
import { createServer } from './server/create-server.js';

/** Serves the admin interface until SIGTERM or SIGINT: readiness falls, what runs ends, exit 0. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as { version: string };
  const server = await createServer(config, version);
  const stop = async (signal: NodeJS.Signals) => {
    if (server.leaving) return;
    server.leaving = true;
    server.log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), config.shutdownGraceMs).unref();
    await wait(config.shutdownDelayMs);
    await server.close();
    server.log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  await server.listen({ port: config.port, host: config.host });
}

try {
  await main();
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  process.stderr.write(`The service could not start: ${code === 'EADDRINUSE' ? 'its port is taken.' : message}\n`);
  process.exit(1);
}
