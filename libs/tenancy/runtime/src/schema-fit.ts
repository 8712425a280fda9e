import { migratedAt } from '@salient/platform';
import type { TenancyOptions } from './tenancy.options.js';
import { TenantUnavailable } from './tenancy.errors.js';
import type { TenantRecord } from './tenant.js';

/** Which schemas code can work with. */
export type KnownSchemas = Pick<TenancyOptions, 'schemaMinimum' | 'schemaKnown'>;

/** Why code cannot work with the schema of a tenant; null when it can. */
export function schemaFault({ schemaVersion, oldestCode }: TenantRecord, { schemaMinimum, schemaKnown }: KnownSchemas): string | null {
  if (schemaMinimum && schemaVersion && migratedAt(schemaVersion) < migratedAt(schemaMinimum))
    return `its schema is older than ${schemaMinimum}: it has to be migrated`;
  if (schemaKnown && oldestCode && migratedAt(oldestCode) > migratedAt(schemaKnown))
    return `its schema needs code that knows ${oldestCode}: deploy that version`;
  return null;
}

/** @throws TenantUnavailable when code cannot work with the schema of a tenant */
export function requireSchema(tenant: TenantRecord, known: KnownSchemas): void {
  const fault = schemaFault(tenant, known);
  if (fault) throw new TenantUnavailable(fault, 30);
}
