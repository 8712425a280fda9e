import type { ControlDatabase, MigrationClass, PostgresAddress } from '@salient/platform';
import { openAddress, sealAddress } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { adminAddressOf, registerDefaultServer, type ServerAccess } from './database-servers.js';
import { oneByOne } from './one-by-one.js';
import { migrateTenantDatabase, type SchemaState } from './schema-fingerprint.js';
import { createTenantDatabase, dropTenantDatabase, newTenantAddress } from './tenant-databases.js';
import { tenantSchema } from './tenant-identity.migration.js';

/** How many databases wait on a server. */
export interface PooledServer {
  readonly server: string;
  readonly ready: number;
  /** Under way, or not yet at the newest schema. */
  readonly making: number;
}

interface PooledRow {
  readonly id: string;
  readonly server_id: string;
  readonly database: string;
  readonly sealed: string;
}

interface BegunDatabase {
  readonly row: Omit<PooledRow, 'sealed'>;
  readonly admin: PostgresAddress;
  readonly address: PostgresAddress;
}

const LEASE_SECONDS = 60;
/** No such database, no such login or another password, an identity already: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const NOT_OF_THE_POOL = new Set(['3D000', '28000', '28P01', '23505']);
/** One filler at a time decides whether one more is needed: https://www.postgresql.org/docs/18/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS */
const POOL_LOCK = 7_256_842_564;

/**
 * Takes a database out of the pool, in the transaction that gives it to an account. Two at once never take the same one.
 *
 * @returns null when none of that schema waits on the server
 */
export async function takePooled(
  { control, keyring }: Pick<ServerAccess, 'control' | 'keyring'>,
  serverId: string,
  version: string,
): Promise<{ readonly address: PostgresAddress; readonly schema: SchemaState } | null> {
  const [row] = await control.query<PooledRow & { fingerprint: string }>(
    `DELETE FROM pooled_databases WHERE id = (
       SELECT id FROM pooled_databases WHERE server_id = $1 AND status = 'ready' AND schema_version = $2 ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
     ) RETURNING id, connection_string AS sealed, schema_fingerprint AS fingerprint`,
    [serverId, version],
  );
  return row ? { address: openAddress(keyring, row.id, row.sealed), schema: { version, fingerprint: row.fingerprint } } : null;
}

/**
 * Whether a database that was taken out of the pool turned out not to be there, to be closed to its login, or to be somebody's:
 * the control database is an older copy, or its servers are not those that it was filled on.
 */
export function isNotOfThePool(error: unknown): boolean {
  const { code, cause } = error as { readonly code?: string; readonly cause?: unknown };
  return NOT_OF_THE_POOL.has(code ?? '') || (cause instanceof Error && isNotOfThePool(cause));
}

/** Databases made beforehand, on every server that accepts tenants: an account that gets one is there at once. */
export class DatabasePool {
  private readonly schema: readonly MigrationClass[];
  private working: Promise<number> | null = null;
  private stopped = false;

  constructor(
    private readonly access: ServerAccess & { readonly control: ControlDatabase },
    migrations: readonly MigrationClass[],
  ) {
    this.schema = tenantSchema(migrations);
  }

  /** Every server that accepts tenants, with what waits on it. */
  servers(): Promise<PooledServer[]> {
    return this.access.control.query<PooledServer>(
      `SELECT name AS server, count(p.id) FILTER (WHERE status = 'ready' AND schema_version = $1)::int AS ready,
         count(p.id) FILTER (WHERE status = 'making' OR schema_version <> $1)::int AS making
       FROM database_servers s LEFT JOIN pooled_databases p ON p.server_id = s.id WHERE accepts_tenants GROUP BY name ORDER BY name`,
      [this.newest],
    );
  }

  /**
   * Removes what lost processes have left, brings what waits to the newest schema, and makes what is missing. Once at a time.
   *
   * @param size how many shall wait on each server
   * @returns how many were made
   */
  fill(size: number): Promise<number> {
    this.working ??= this.fillOnce(size).finally(() => (this.working = null));
    return this.working;
  }

  /** Begins no other database. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.working?.catch(() => undefined);
  }

  /** Brings what waits to the newest schema; one that cannot be brought there is dropped. @returns how many there were to bring */
  async migrate(): Promise<number> {
    const behind = await this.access.control.query<PooledRow>(
      `UPDATE pooled_databases SET status = 'making', lease_expires_at = now() + make_interval(secs => $3)
       WHERE id IN (SELECT id FROM pooled_databases WHERE status = 'ready' AND schema_version = ANY ($1) AND schema_version <> $2 FOR UPDATE SKIP LOCKED)
       RETURNING ${ROW}`,
      [this.schema.map(({ name }) => name), this.newest, LEASE_SECONDS], // what newer code has made is left to it
    );
    await oneByOne(behind, (row) => this.finish(row, openAddress(this.access.keyring, row.id, row.sealed)));
    return behind.length;
  }

  private get newest(): string {
    return this.schema.at(-1)!.name;
  }

  private async fillOnce(size: number): Promise<number> {
    await registerDefaultServer(this.access.control, this.access.admin);
    const faults: unknown[] = [];
    const note = (error: unknown) => void faults.push(error);
    await this.removeAbandoned().catch(note);
    await this.migrate().catch(note);
    let made = 0;
    const failing: string[] = []; // a server that fails keeps none of the others
    for (let begun; !this.stopped && (begun = await this.begin(size, failing)) !== null;) {
      try {
        await this.create(begun);
        made++;
      } catch (error) {
        note(error);
        failing.push(begun.row.server_id);
      }
    }
    if (faults.length > 0) throw faults[0];
    return made;
  }

  /** @returns null when enough wait on every server that does not fail */
  private begin(size: number, failing: readonly string[]): Promise<BegunDatabase | null> {
    const { control, keyring } = this.access;
    return control.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [POOL_LOCK]);
      const [server] = await sql.query<{ id: string }>(
        `SELECT s.id FROM database_servers s LEFT JOIN pooled_databases p ON p.server_id = s.id AND (status = 'making' OR schema_version = $2)
         WHERE accepts_tenants AND s.id <> ALL ($3) GROUP BY s.id HAVING count(p.id) < $1 ORDER BY count(p.id), s.id LIMIT 1`,
        [size, this.newest, failing],
      );
      if (!server) return null;
      const admin = await adminAddressOf({ ...this.access, control: sql }, server.id);
      const [id, address] = [uuidv7(), newTenantAddress(admin)];
      await sql.query(
        `INSERT INTO pooled_databases (id, server_id, database_name, connection_string, status, lease_expires_at)
         VALUES ($1, $2, $3, $4, 'making', now() + make_interval(secs => $5))`,
        [id, server.id, address.database, sealAddress(keyring, id, address), LEASE_SECONDS],
      );
      return { row: { id, server_id: server.id, database: address.database }, admin, address };
    });
  }

  private create({ row, admin, address }: BegunDatabase): Promise<void> {
    return this.finish(row, address, () => createTenantDatabase(admin, address, this.access.partner));
  }

  private async finish(row: Omit<PooledRow, 'sealed'>, address: PostgresAddress, create = async () => {}): Promise<void> {
    try {
      await create();
      const { version, fingerprint } = await migrateTenantDatabase(
        this.access.brokers,
        { address, tenantId: null, lane: 'operator' },
        this.schema,
      );
      await this.access.control.query(
        `UPDATE pooled_databases SET status = 'ready', schema_version = $2, schema_fingerprint = $3, lease_expires_at = NULL
         WHERE id = $1 AND status = 'making'`,
        [row.id, version, fingerprint],
      );
    } catch (error) {
      await this.remove(row).catch(() => undefined); // abandoned then, and removed later
      throw error;
    }
  }

  private async removeAbandoned(): Promise<void> {
    const rows = await this.access.control.query<PooledRow>(
      `SELECT ${ROW} FROM pooled_databases WHERE status = 'making' AND lease_expires_at < now()`,
    );
    await oneByOne(rows, (row) => this.remove(row));
  }

  private async remove({ id, server_id: serverId, database }: Omit<PooledRow, 'sealed'>): Promise<void> {
    await this.access.control.transaction(async (sql) => {
      const mine = await sql.query(`DELETE FROM pooled_databases WHERE id = $1 AND status = 'making' RETURNING id`, [id]);
      if (mine.length > 0) await dropTenantDatabase(await adminAddressOf({ ...this.access, control: sql }, serverId), database);
    });
  }
}

const ROW = 'id, server_id, database_name AS database, connection_string AS sealed';
