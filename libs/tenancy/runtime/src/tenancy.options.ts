import type { Keyring } from '@salient/platform';

export interface TenancyOptions {
  readonly keyring: Keyring;
  readonly applicationName: string;
  /** Entity classes of a tenant's database. */
  readonly entities: readonly (abstract new (...args: never[]) => object)[];
  /** Physical connections of this process to one tenant's database. */
  readonly connectionsPerTenantMax: number;
  /** Tenants with an open handle in this process. */
  readonly handlesMax: number;
  /** A handle that nobody has used for so long is closed. */
  readonly idleMs: number;
}

export const TENANCY_OPTIONS = Symbol('TenancyOptions');
