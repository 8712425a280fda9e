import type { Keyring } from '@salient/platform';
import type { BrokerLimits } from './broker/broker-types.js';
import type { EntityClasses } from './tenant-data-source.js';

/** How this process shares a database server with the others, and its part among its tenants. */
export interface ConnectionOptions extends Omit<BrokerLimits, 'budget'> {
  /** Connections of this process to one server; undefined to compute it from the server's size. */
  readonly budget: number | undefined;
  /** The part of the server that processes of this kind have together, from 0 to 1. */
  readonly budgetShare: number;
  /** The most processes of this kind that run at once, those of a rollout included. */
  readonly podsMax: number;
}

export interface TenancyOptions {
  readonly keyring: Keyring;
  readonly applicationName: string;
  /** Entity classes of a tenant's database. */
  readonly entities: EntityClasses;
  /** The last migration of the oldest schema that this code can work with; undefined when any will do. */
  readonly schemaMinimum?: string;
  /** The last migration that this code knows; undefined when it runs on any. */
  readonly schemaKnown?: string;
  readonly connections: ConnectionOptions;
  /** Tenants with an open handle in this process. */
  readonly handlesMax: number;
  /** A handle that nobody has used for so long is closed. */
  readonly idleMs: number;
  /** A lease that is older is taken for one that will not come back. Longer than any turn may take. */
  readonly leaseMsMax?: number;
}

export const TENANCY_OPTIONS = Symbol('TenancyOptions');

/** What seldom needs another value. */
export const CONNECTION_DEFAULTS = {
  reserved: 0,
  operatorShare: 1,
  dialsMax: 8,
  waitMs: 5_000,
  operatorWaitMs: 600_000,
  idleMs: 10_000,
  stealAfterIdleMs: 5,
  protectMs: 1_000,
  lifetimeMs: 1_800_000,
  reuseMax: 4,
  ceiling: 4,
  waitersMax: 100,
  budget: undefined,
  budgetShare: 1,
  podsMax: 1,
} as const satisfies ConnectionOptions;

/** The variables of `tenancyEnvironment`, parsed. */
interface TenancyVariables {
  readonly SALIENT_ENCRYPTION_KEYS: Keyring;
  /** 0 for what the server's size allows. */
  readonly TENANT_CONNECTION_BUDGET: number;
  readonly TENANT_CONNECTION_CEILING: number;
  readonly TENANT_WAITERS_MAX: number;
  readonly TENANT_HANDLES_MAX: number;
  readonly TENANT_IDLE_MS: number;
  readonly PODS_MAX: number;
}

/** What a service makes of its environment; it adds its entities. */
export function tenancyOptions(
  env: TenancyVariables,
  {
    applicationName,
    ...connections
  }: { readonly applicationName: string } & Pick<ConnectionOptions, 'budgetShare'> &
    Partial<Pick<ConnectionOptions, 'reserved' | 'operatorShare'>>,
): Omit<TenancyOptions, 'entities' | 'schemaMinimum' | 'schemaKnown'> {
  return {
    keyring: env.SALIENT_ENCRYPTION_KEYS,
    applicationName,
    connections: {
      ...CONNECTION_DEFAULTS,
      ...connections,
      budget: env.TENANT_CONNECTION_BUDGET || undefined,
      ceiling: env.TENANT_CONNECTION_CEILING,
      waitersMax: env.TENANT_WAITERS_MAX,
      podsMax: env.PODS_MAX,
    },
    handlesMax: env.TENANT_HANDLES_MAX,
    idleMs: env.TENANT_IDLE_MS,
  };
}
