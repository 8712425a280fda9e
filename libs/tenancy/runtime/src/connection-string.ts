import type { Keyring, PostgresAddress } from '@salient/platform';

/**
 * How a tenant's address is kept in `tenant_registry.connection_string`: JSON, encrypted with the tenant's id as associated
 * data, in base64. Two rows cannot be swapped, and a dump of the registry opens nothing.
 */
export function sealAddress(keyring: Keyring, tenantId: string, address: PostgresAddress): string {
  return keyring.seal(JSON.stringify(address), tenantId);
}

/** @throws CannotUnseal when no configured key opens it for this tenant */
export function openAddress(keyring: Keyring, tenantId: string, connectionString: string): PostgresAddress {
  return JSON.parse(keyring.open(connectionString, tenantId)) as PostgresAddress;
}
