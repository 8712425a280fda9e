export { AccountAdministration } from './account-administration.js';
export { accounts, type AccountQuery, type AccountRow } from './account.store.js';
export { rotateCredentials } from './credential-rotation.js';
export {
  closeSharedDatabases,
  listServers,
  registerDefaultServer,
  registerServer,
  setAcceptsTenants,
  type DatabaseServer,
  type ServerAccess,
} from './database-servers.js';
export { DatabasePool, type PooledServer } from './database-pool.js';
export { resealConnections } from './key-rotation.js';
export type { LifecycleActor } from './lifecycle-actor.js';
export { AccountStatusConflict, MoveConflict, RestoreConflict, SlugTaken } from './lifecycle.errors.js';
export { findDrift, type Drift } from './schema-fingerprint.js';
export { findTenant, listTenants } from './tenant-list.js';
export { migrateTenants, type FleetMigration, type FleetOptions } from './tenant-migrations.js';
export type { TenantMigration } from './tenant-migrator.js';
export { TenantProvisioner, type NewTenant, type ProvisionerOptions } from './tenant-provisioner.js';
export { TenantRemover, type DeletionReceipt } from './tenant-remover.js';
export { fleetPage, type FleetTenant } from './fleet.js';
export { UnusableArchive } from './archive/archive-file.js';
export { exportTenant, restoreTenant, type ArchiveSummary } from './archive/tenant-archive.js';
export { FleetMigrator, type FleetMigrationOptions } from './fleet-migrator.js';
export { fleetMigrations, type FleetMigrationRow, type MigratedTenantRow } from './fleet-migration.store.js';
export { MOVE_PAUSE_MS, TenantMover, type NewMove, type TenantMoverOptions } from './move/tenant-mover.js';
export { tenantMoves, type TenantMoveRow } from './move/tenant-move.store.js';
export { TenantRestorer, type RestoredInPlace } from './restore/tenant-restorer.js';
export { tenantRestores, type KeptDatabase } from './restore/tenant-restore.store.js';
export { shareTenantRoles } from './shared-roles.js';
