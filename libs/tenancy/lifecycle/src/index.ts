export { closeSharedDatabases, registerDefaultServer, type DatabaseServer } from './database-servers.js';
export { SlugTaken } from './lifecycle.errors.js';
export { migrateTenants, type TenantMigrationResult } from './tenant-migrations.js';
export { listTenants, TenantProvisioner, type NewTenant, type ProvisionerOptions } from './tenant-provisioner.js';
export { accounts, type AccountQuery, type AccountRow } from './account.store.js';
