export { openAddress, sealAddress } from './connection-string.js';
export { AccountNotFound, NoCurrentTenant, TenantSuspended, TenantUnavailable } from './tenancy.errors.js';
export { TenancyModule } from './tenancy.module.js';
export type { TenancyOptions } from './tenancy.options.js';
export { isConnectionFailure, runAsTenant, TenantDb } from './tenant-db.js';
export { TenantHandles, type TenantHandle, type TenantLease } from './tenant-handles.js';
export { Tenants } from './tenants.js';
export type { TenantRecord, TenantStatus } from './tenant.js';
