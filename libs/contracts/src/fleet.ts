import { z } from 'zod';
import { AccountStatus } from './account-status.js';
import { Id, Slug, Timestamp } from './primitives.js';

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
