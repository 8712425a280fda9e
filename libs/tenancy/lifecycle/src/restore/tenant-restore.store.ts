import type { Sql } from '@salient/platform';
import type { TenantStatus } from '@salient/tenancy';
import { AccountStatusConflict, RestoreConflict } from '../lifecycle.errors.js';

/** Where an account's database is. */
export interface Place {
  readonly server_id: string;
  readonly database: string;
  /** Sealed with the tenant's id. */
  readonly connection: string;
}

/** What an account had before it was restored, and until when that is kept. */
export interface KeptDatabase {
  readonly id: string;
  readonly tenant_id: string;
  readonly former: Place;
  readonly keep_until: Date;
}

/** Which schema a place has, as the registry records it. */
export interface PlaceSchema {
  readonly version: string;
  readonly fingerprint: string;
  readonly oldestCode: string | null;
}

const UNIQUE_VIOLATION = '23505';
const LEASE_SECONDS = 30;
const KEPT = `SELECT r.id, r.tenant_id, r.keep_until, json_build_object('server_id', former_server_id, 'database', former_database,
  'connection', former_connection) AS former FROM tenant_restores r JOIN tenant_registry t USING (tenant_id) WHERE r.status = 'kept'`;

/** Restores in place, in the control database. */
export const tenantRestores = {
  /** @throws RestoreConflict while another one of the account is being prepared */
  async begin(sql: Sql, id: string, tenantId: string, serverId: string, database: string, by: string): Promise<void> {
    await sql
      .query(
        `INSERT INTO tenant_restores (id, tenant_id, status, server_id, database_name, started_by, lease_expires_at)
         VALUES ($1, $2, 'preparing', $3, $4, $5, now() + make_interval(secs => $6))`,
        [id, tenantId, serverId, database, by, LEASE_SECONDS],
      )
      .catch((error: unknown) => {
        throw (error as { code?: string }).code === UNIQUE_VIOLATION
          ? new RestoreConflict('The account is being restored already.')
          : error;
      });
  },

  async renew(sql: Sql, id: string): Promise<void> {
    await sql.query(
      `UPDATE tenant_restores SET lease_expires_at = now() + make_interval(secs => $2) WHERE id = $1 AND status = 'preparing'`,
      [id, LEASE_SECONDS],
    );
  },

  /** The account's place now; nobody changes it until the transaction ends. @throws AccountStatusConflict, RestoreConflict */
  async lockPlace(sql: Sql, tenantId: string): Promise<Place> {
    const [row] = await sql.query<Place & { status: TenantStatus; moves: boolean }>(
      `SELECT server_id, database_name AS database, connection_string AS connection, status,
         EXISTS (SELECT 1 FROM tenant_moves m WHERE m.tenant_id = t.tenant_id AND m.status = 'running') AS moves
       FROM tenant_registry t WHERE tenant_id = $1 FOR UPDATE`,
      [tenantId],
    );
    if (!row || (row.status !== 'active' && row.status !== 'suspended')) throw new AccountStatusConflict(row?.status ?? 'deleted');
    if (row.moves) throw new RestoreConflict('The account is being moved to another server.');
    const { server_id, database, connection } = row;
    return { server_id, database, connection };
  },

  /** From now on the account is served from there. @returns the version that every process has to acknowledge */
  async serveFrom(sql: Sql, tenantId: string, place: Place, { version, fingerprint, oldestCode }: PlaceSchema): Promise<number> {
    const [row] = await sql.query<{ version: string }>(
      `UPDATE tenant_registry SET server_id = $2, database_name = $3, connection_string = $4, schema_version = $5, schema_fingerprint = $6,
         oldest_code = $7 WHERE tenant_id = $1 RETURNING config_version AS version`,
      [tenantId, place.server_id, place.database, place.connection, version, fingerprint, oldestCode],
    );
    return Number(row!.version);
  },

  /** @throws RestoreConflict when it was taken for abandoned, or what it keeps was dropped */
  async keep(sql: Sql, id: string, former: Place, seconds: number): Promise<void> {
    const rows = await sql.query(
      `UPDATE tenant_restores SET status = 'kept', lease_expires_at = NULL, former_server_id = $2, former_database = $3, former_connection = $4,
         keep_until = now() + make_interval(secs => $5) WHERE id = $1 AND status IN ('preparing', 'kept') RETURNING id`,
      [id, former.server_id, former.database, former.connection, seconds],
    );
    if (rows.length === 0) throw new RestoreConflict('It took too long, and was taken for abandoned: nothing was restored.');
  },

  /** What the account's newest restore keeps. @throws RestoreConflict when nothing is kept */
  async newestKept(sql: Sql, tenantId: string): Promise<KeptDatabase> {
    const [kept] = await sql.query<KeptDatabase>(`${KEPT} AND r.tenant_id = $1 ORDER BY r.id DESC LIMIT 1`, [tenantId]);
    if (!kept) throw new RestoreConflict('Nothing is kept from before a restore of the account.');
    return kept;
  },

  /** Of which nothing need be kept any longer: its time is over, or the account was deleted. */
  due(sql: Sql): Promise<KeptDatabase[]> {
    return sql.query<KeptDatabase>(
      `${KEPT} AND (r.keep_until <= now() OR t.status = 'deleted') AND t.database_name <> r.former_database ORDER BY r.keep_until`,
    );
  },

  async isKept(sql: Sql, id: string): Promise<boolean> {
    return (await sql.query(`SELECT 1 FROM tenant_restores WHERE id = $1 AND status = 'kept'`, [id])).length > 0;
  },

  async endKeeping(sql: Sql, id: string): Promise<void> {
    await sql.query(`UPDATE tenant_restores SET keep_until = now() WHERE id = $1 AND status = 'kept'`, [id]);
  },

  /** How large what is kept is, before it is dropped. */
  async noteFormerSize(sql: Sql, id: string, bytes: number): Promise<void> {
    await sql.query(`UPDATE tenant_restores SET former_bytes = $2 WHERE id = $1 AND status = 'kept'`, [id, bytes]);
  },

  /** Notes that what was kept is dropped; until the transaction ends nobody else does. Null when somebody else has done so. */
  async noteFormerDropped(sql: Sql, id: string): Promise<{ readonly bytes: number } | null> {
    const [row] = await sql.query<{ bytes: number }>(
      `UPDATE tenant_restores SET status = 'dropped', former_connection = NULL WHERE id = $1 AND status = 'kept'
       RETURNING coalesce(former_bytes, 0)::float8 AS bytes`,
      [id],
    );
    return row ?? null;
  },

  /** Gives up one that was being prepared. False when it has come to its end, or somebody else has done so. */
  async fail(sql: Sql, id: string): Promise<boolean> {
    const rows = await sql.query(`UPDATE tenant_restores SET status = 'failed' WHERE id = $1 AND status = 'preparing' RETURNING id`, [id]);
    return rows.length > 0;
  },

  /** Whose process is gone. */
  abandoned(sql: Sql): Promise<{ readonly id: string; readonly server_id: string; readonly database: string }[]> {
    return sql.query(
      `SELECT id, server_id, database_name AS database FROM tenant_restores WHERE status = 'preparing' AND lease_expires_at < now()`,
    );
  },
};
