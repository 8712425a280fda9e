import type { PostgresAddress } from '@salient/platform';

export type TenantStatus = 'provisioning' | 'active' | 'suspended' | 'moving' | 'deleting' | 'deleted';

/** Money of a period: a decimal number of USD. */
export interface TenantBudget {
  readonly amount: string;
  readonly currency: string;
  readonly period: 'day' | 'month';
}

/** One row of the registry, its connection string decrypted: all that the runtime needs to serve an account. */
export interface TenantRecord {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly status: TenantStatus;
  /** Raised by the registry on every change of routing. */
  readonly configVersion: number;
  readonly address: PostgresAddress;
  /** The last migration of its database; null or absent when the registry does not know. */
  readonly schemaVersion?: string | null;
  /** The migration that code has to know to run on its schema; null or absent: any code can. */
  readonly oldestCode?: string | null;
  /** What it may spend on models in a period; null or absent: whatever it costs. */
  readonly budget?: TenantBudget | null;
}
