import { join } from 'node:path';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

export interface Database {
  /** A superuser URL of the control database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A laptop's server: room for every app's connections, and no autovacuum rounds over databases where nothing happens. */
const LAPTOP = {
  max_connections: 200,
  shared_buffers: '128MB',
  autovacuum_naptime: '10min',
  log_min_duration_statement: '1s',
};

/** The server named by POSTGRES_ADMIN_URL, or one of our own in the data folder. */
export async function startDatabase({ postgresUrl, dataDirectory }: Settings, secrets: Secrets): Promise<Database> {
  if (postgresUrl) return { url: controlUrl(postgresUrl), stop: async () => undefined };
  const { port, password } = secrets.postgres;
  const server = await startEmbeddedPostgres({ dataDirectory: join(dataDirectory, 'postgres'), password, port, settings: LAPTOP });
  return { url: controlUrl(server.url), stop: () => server.stop() };
}

/** As the services read it: a URL that names a maintenance database means the server. */
function controlUrl(text: string): string {
  const url = new URL(text);
  if (['/', '', '/postgres', '/template1'].includes(url.pathname)) url.pathname = '/salient_admin';
  return url.href;
}
