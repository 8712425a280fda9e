import { freePort } from '@salient/platform/testing';
import { sealAddress } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import type { TestTenancy } from './test-tenants.js';

/** Registers a database server that refuses every connection. @returns its id */
export async function registerSilentServer({ control, address, keyring }: TestTenancy): Promise<string> {
  const id = uuidv7();
  const silent = { ...address, database: 'postgres', host: '127.0.0.1', port: await freePort() };
  await control.query(
    `INSERT INTO database_servers (id, name, host, port, max_connections, admin_connection) VALUES ($1, 'silent', '127.0.0.1', $2, 1000, $3)`,
    [id, silent.port, sealAddress(keyring, id, silent)],
  );
  return id;
}
