import { z } from 'zod';
import { AccountStatus } from './account-status.js';
import { Grace, Id, PageQuery, Slug, Timestamp } from './primitives.js';

/** The fleet of tenants, for platform admins. */

/** A tenant as platform admins see it: where it lives and how it is. */
export const Tenant = z.object({
  id: Id,
  slug: Slug,
  status: AccountStatus,
  server: z.string(),
  database: z.string(),
  config_version: z.number().int(),
  schema_version: z.string().nullable(),
  /** Why the last migration failed; null when it did not. */
  migration_error: z.string().nullable(),
  migration_failed_at: Timestamp.nullable(),
  /** Connections to its database now, of all processes; null when its server cannot be asked. */
  connections: z.number().int().nullable(),
  /** Of its database on disk; null when its server cannot be asked, or does not tell. */
  size_bytes: z.number().int().nullable(),
  /** When it was exported last; null when it never was. */
  last_backup_at: Timestamp.nullable(),
  /** Whether this process has given up dialling its database for now; null when it has not been to its server. */
  breaker: z.enum(['closed', 'open']).nullable(),
  created_at: Timestamp,
});
export type Tenant = z.infer<typeof Tenant>;

export const StartFleetMigrationRequest = z.strictObject({
  /** Accounts that go first, one after the other; when one fails, the others are left alone. */
  canaries: z.number().int().min(0).max(1_000).default(1),
  /** Accounts of one server at once. */
  concurrency: z.number().int().min(1).max(64).default(4),
});
export type StartFleetMigrationRequest = z.infer<typeof StartFleetMigrationRequest>;

export const FleetMigration = z.object({
  id: Id,
  status: z.enum(['running', 'paused', 'completed', 'failed']),
  /** The newest migration, which every tenant has when it is completed. */
  target: z.string(),
  canaries: z.number().int(),
  concurrency: z.number().int(),
  /** Tenants that were behind; null until they were counted. */
  total: z.number().int().nullable(),
  done: z.number().int(),
  failed: z.number().int(),
  /** By the pace so far; null when nobody can tell. */
  seconds_left: z.number().int().nullable(),
  started_by: z.string(),
  error: z.string().nullable(),
  created_at: Timestamp,
  finished_at: Timestamp.nullable(),
});
export type FleetMigration = z.infer<typeof FleetMigration>;

/** With the newest hundred of its tenants, those that failed first. */
export const FleetMigrationDetail = FleetMigration.extend({
  tenants: z.array(
    z.object({ id: Id, slug: z.string(), migrations: z.array(z.string()), error: z.string().nullable(), finished_at: Timestamp }),
  ),
});
export type FleetMigrationDetail = z.infer<typeof FleetMigrationDetail>;

/** A PostgreSQL server that accounts live on. */
export const DatabaseServer = z.object({
  id: Id,
  name: z.string(),
  host: z.string(),
  port: z.number().int(),
  max_connections: z.number().int(),
  /** Of them, those that are kept for others. */
  reserved_connections: z.number().int(),
  /** Whether new accounts may be placed on it. */
  accepts_tenants: z.boolean(),
  tenants: z.number().int(),
});
export type DatabaseServer = z.infer<typeof DatabaseServer>;

/** All of them, by name: there are few. */
export const DatabaseServers = z.object({ data: z.array(DatabaseServer) });
export type DatabaseServers = z.infer<typeof DatabaseServers>;

export const MoveAccountRequest = z.strictObject({
  /** The name of the server to move to. */
  server: z.string().min(1).max(100),
  /** How long the former database is kept after the move: `0`, `30m`, `12h` or `7d`. It is read no more, and holds what is erased later. */
  keep: Grace.default('1h'),
});
export type MoveAccountRequest = z.infer<typeof MoveAccountRequest>;

/** An account on its way to another server. Until `settling` it is served from the old one, and whatever fails is undone. */
export const TenantMove = z.object({
  id: Id,
  account_id: Id,
  account: z.string(),
  status: z.enum(['running', 'completed', 'failed', 'cancelled']),
  step: z.enum(['preparing', 'copying', 'catching_up', 'pausing', 'settling', 'undoing', 'ended']),
  from_server: z.string(),
  to_server: z.string(),
  /** When the copy began; null until they were counted. */
  rows_total: z.number().int().nullable(),
  rows_copied: z.number().int(),
  /** Rows that changed meanwhile and were copied again. */
  rows_caught_up: z.number().int(),
  /** How often the account's requests had to wait. */
  pauses: z.number().int(),
  /** How long they waited at the cut-over; null before it. */
  paused_ms: z.number().int().nullable(),
  /** Until when the former database is kept; null before the end. */
  keep_until: Timestamp.nullable(),
  former_dropped_at: Timestamp.nullable(),
  cancel_requested_at: Timestamp.nullable(),
  started_by: z.string(),
  error: z.string().nullable(),
  created_at: Timestamp,
  finished_at: Timestamp.nullable(),
});
export type TenantMove = z.infer<typeof TenantMove>;

/** Moves of one account, by its id or slug, or of all. */
export const TenantMovesQuery = PageQuery.extend({ account: z.string().max(100).optional() });
export type TenantMovesQuery = z.infer<typeof TenantMovesQuery>;
