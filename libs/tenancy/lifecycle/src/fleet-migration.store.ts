import type { Sql } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';
import { FleetMigrationInProgress, FleetMigrationNotFound } from './lifecycle.errors.js';
import type { TenantMigration } from './tenant-migrator.js';

export interface FleetMigrationRow {
  readonly id: string;
  readonly status: 'running' | 'paused' | 'completed' | 'failed';
  /** The newest migration that tenants get. */
  readonly target: string;
  readonly canaries: number;
  readonly concurrency: number;
  /** Tenants that were behind; null until a process has counted them. */
  readonly total: number | null;
  readonly done: number;
  readonly failed: number;
  readonly started_by: string;
  readonly error: string | null;
  readonly created_at: Date;
  readonly finished_at: Date | null;
}

export interface FleetMigrationEnd {
  readonly status: 'completed' | 'failed';
  readonly error: string | null;
}

export interface MigratedTenantRow {
  readonly tenant_id: string;
  readonly slug: string;
  readonly migrations: string[];
  readonly error: string | null;
  readonly finished_at: Date;
}

const UNIQUE_VIOLATION = '23505';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** How long a migration belongs to its process without a sign of life, by the database's clock. */
const LEASE_SECONDS = 15;

const SELECT = `
  SELECT id, status, target, canaries, concurrency, total, started_by, error, created_at, finished_at,
    (SELECT count(*)::int FROM fleet_migration_tenants t WHERE t.migration_id = m.id AND t.error IS NULL) AS done,
    (SELECT count(*)::int FROM fleet_migration_tenants t WHERE t.migration_id = m.id AND t.error IS NOT NULL) AS failed
  FROM fleet_migrations m`;

/** Migrations of the fleet in the control database. */
export const fleetMigrations = {
  /** @throws FleetMigrationInProgress while another one runs or is paused */
  async start(
    sql: Sql,
    { target, canaries, concurrency }: Pick<FleetMigrationRow, 'target' | 'canaries' | 'concurrency'>,
    by: string,
  ): Promise<string> {
    const id = uuidv7();
    await sql
      .query(
        `INSERT INTO fleet_migrations (id, status, target, canaries, concurrency, started_by) VALUES ($1, 'running', $2, $3, $4, $5)`,
        [id, target, canaries, concurrency, by],
      )
      .catch((error: unknown) => {
        throw (error as { code?: string }).code === UNIQUE_VIOLATION ? new FleetMigrationInProgress() : error;
      });
    return id;
  },

  /** The newest first, older than the one with the id `before`. */
  page(sql: Sql, limit: number, before: string | null): Promise<FleetMigrationRow[]> {
    return sql.query<FleetMigrationRow>(`${SELECT} WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`, [before, limit]);
  },

  /** @throws FleetMigrationNotFound */
  async find(sql: Sql, id: string): Promise<FleetMigrationRow> {
    const [row] = UUID.test(id) ? await sql.query<FleetMigrationRow>(`${SELECT} WHERE id = $1`, [id]) : [];
    if (!row) throw new FleetMigrationNotFound();
    return row;
  },

  /** What became of the tenants so far, those that failed first. */
  tenants(sql: Sql, id: string, limit: number): Promise<MigratedTenantRow[]> {
    return sql.query<MigratedTenantRow>(
      `SELECT tenant_id, slug, migrations, error, finished_at FROM fleet_migration_tenants WHERE migration_id = $1
       ORDER BY error IS NULL, finished_at DESC LIMIT $2`,
      [id, limit],
    );
  },

  /** Pauses one that runs, or lets a paused one run. One that has ended stays as it is. */
  async setStatus(sql: Sql, id: string, status: 'running' | 'paused'): Promise<void> {
    await sql.query(`UPDATE fleet_migrations SET status = $2 WHERE id = $1 AND status IN ('running', 'paused')`, [id, status]);
  },

  /** Takes a running one whose process is gone, or that has none yet. */
  async claim(sql: Sql, workerId: string): Promise<FleetMigrationRow | null> {
    const [claimed] = await sql.query<{ id: string }>(
      `UPDATE fleet_migrations SET worker_id = $1, lease_expires_at = now() + make_interval(secs => $2)
       WHERE status = 'running' AND (lease_expires_at IS NULL OR lease_expires_at < now()) RETURNING id`,
      [workerId, LEASE_SECONDS],
    );
    return claimed ? fleetMigrations.find(sql, claimed.id) : null;
  },

  /** Renews the lease. False when it is paused, or no longer this process's. */
  async renew(sql: Sql, id: string, workerId: string): Promise<boolean> {
    const rows = await sql.query(
      `UPDATE fleet_migrations SET lease_expires_at = now() + make_interval(secs => $3)
       WHERE id = $1 AND worker_id = $2 AND status = 'running' RETURNING id`,
      [id, workerId, LEASE_SECONDS],
    );
    return rows.length > 0;
  },

  /** Lets another process go on, or ends it. False when it is no longer this process's. */
  async leave(sql: Sql, id: string, workerId: string, end: FleetMigrationEnd | null): Promise<boolean> {
    const rows = await sql.query(
      `UPDATE fleet_migrations SET worker_id = NULL, lease_expires_at = NULL, error = $4,
         status = CASE WHEN $3::text IS NULL THEN status ELSE $3 END, finished_at = CASE WHEN $3::text IS NULL THEN NULL ELSE now() END
       WHERE id = $1 AND worker_id = $2 RETURNING id`,
      [id, workerId, end?.status ?? null, end?.error ?? null],
    );
    return rows.length > 0;
  },

  /** How many there are in all: those that were done before and those that are behind still. */
  async noteTotal(sql: Sql, id: string, behind: number): Promise<void> {
    await sql.query(
      `UPDATE fleet_migrations SET total = $2 + (SELECT count(*) FROM fleet_migration_tenants WHERE migration_id = $1 AND error IS NULL) WHERE id = $1`,
      [id, behind],
    );
  },

  async noteTenant(sql: Sql, id: string, { id: tenantId, slug, ran, error }: TenantMigration): Promise<void> {
    await sql.query(
      `INSERT INTO fleet_migration_tenants (migration_id, tenant_id, slug, migrations, error) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (migration_id, tenant_id) DO UPDATE SET migrations = excluded.migrations, error = excluded.error, finished_at = now()`,
      [id, tenantId, slug, ran, error === undefined ? null : String((error as Error).message ?? error).slice(0, 1_000)],
    );
  },
};
