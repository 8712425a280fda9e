export { AccountAdministration } from './account-administration.js';
export { accounts, type AccountQuery, type AccountRow } from './account.store.js';
export { closeSharedDatabases, registerDefaultServer, type DatabaseServer } from './database-servers.js';
export type { LifecycleActor } from './lifecycle-actor.js';
export { AccountStatusConflict, SlugTaken } from './lifecycle.errors.js';
export { migrateTenants, type TenantMigrationResult } from './tenant-migrations.js';
export { listTenants, TenantProvisioner, type NewTenant, type ProvisionerOptions } from './tenant-provisioner.js';
export { TenantRemover, type DeletionReceipt } from './tenant-remover.js';
