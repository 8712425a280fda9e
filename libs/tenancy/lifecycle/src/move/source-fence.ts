import type { PostgresAddress } from '@salient/platform';
import pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { administer } from '../administrator.js';
import { loginsOf } from '../tenant-databases.js';

const POLL_MS = 10;

/**
 * Lets nobody but administrators into a database any more, and ends who is in. A process that has not heard of the move, and was
 * taken for dead, can write nothing that would be lost.
 */
export async function closeToLogin(admin: PostgresAddress, database: string, login: string): Promise<void> {
  await administer(admin, async (client) => {
    const logins = [database, ...(await loginsOf(client, database))];
    await client.query(`ALTER ROLE ${pg.escapeIdentifier(login)} NOLOGIN`);
    const others = `FROM pg_stat_activity WHERE datname = $1 AND usename = ANY ($2)`;
    for (;;) {
      const { rowCount } = await client.query(`SELECT pg_terminate_backend(pid) ${others}`, [database, logins]);
      if (rowCount === 0) return;
      await wait(POLL_MS);
    }
  });
}

/** Takes {@link closeToLogin} back. */
export async function openToLogin(admin: PostgresAddress, login: string): Promise<void> {
  await administer(admin, (client) => client.query(`ALTER ROLE ${pg.escapeIdentifier(login)} LOGIN`));
}
