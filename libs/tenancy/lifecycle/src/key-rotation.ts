import { openAddress, sealAddress } from '@salient/tenancy';
import type { ServerAccess } from './database-servers.js';

/**
 * Writes every stored connection string anew with the first key, so that older keys can be taken away. Row by row: it can
 * be stopped and run again.
 *
 * @returns how many rows were written
 */
export async function resealConnections({ control, keyring }: ServerAccess): Promise<number> {
  let written = 0;
  for (const { table, id, owner, column } of STORES) {
    const rows = await control.query<{ id: string; owner: string; sealed: string }>(
      `SELECT ${id} AS id, ${owner} AS owner, ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL AND ${column} <> ''`,
    );
    for (const row of rows) {
      if (keyring.isCurrent(row.sealed)) continue;
      const sealed = sealAddress(keyring, row.owner, openAddress(keyring, row.owner, row.sealed));
      const changed = await control.query(`UPDATE ${table} SET ${column} = $2 WHERE ${id} = $1 AND ${column} = $3 RETURNING ${id}`, [
        row.id,
        sealed,
        row.sealed,
      ]);
      written += changed.length;
    }
  }
  return written;
}

/** `owner`: whose id is sealed in with the connection string. */
const STORES = [
  { table: 'tenant_registry', id: 'tenant_id', owner: 'tenant_id', column: 'connection_string' },
  { table: 'tenant_moves', id: 'id', owner: 'tenant_id', column: 'to_connection' },
  { table: 'pooled_databases', id: 'id', owner: 'id', column: 'connection_string' },
  { table: 'tenant_restores', id: 'id', owner: 'tenant_id', column: 'former_connection' },
  { table: 'database_servers', id: 'id', owner: 'id', column: 'admin_connection' },
] as const;
