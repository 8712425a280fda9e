import type { Keyring } from '@salient/platform';
import { openAddress } from './connection-string.js';
import type { TenantBudget, TenantRecord, TenantStatus } from './tenant.js';

/** A row of the registry as {@link REGISTRY_COLUMNS} reads it. */
export interface RegistryRow {
  readonly tenant_id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: TenantStatus;
  readonly config_version: string;
  readonly connection_string: string;
  readonly schema_version: string | null;
  readonly oldest_code: string | null;
  readonly budget: TenantBudget | null;
}

export const REGISTRY_COLUMNS = 'tenant_id, slug, name, status, config_version, connection_string, schema_version, oldest_code, budget';

/** @throws CannotUnseal when no configured key opens its connection string */
export function recordOf(keyring: Keyring, row: RegistryRow): TenantRecord {
  return {
    id: row.tenant_id,
    slug: row.slug,
    name: row.name,
    status: row.status,
    configVersion: Number(row.config_version),
    address: openAddress(keyring, row.tenant_id, row.connection_string),
    schemaVersion: row.schema_version,
    oldestCode: row.oldest_code,
    budget: row.budget,
  };
}
