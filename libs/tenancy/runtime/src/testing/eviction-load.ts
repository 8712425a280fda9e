import { withClient } from '@salient/platform';
import type { TestTenancy } from '@salient/tenancy/testing';
import type { TenantHandles, TenantLease } from '../tenant-handles.js';

export interface EvictionLoad {
  /** How many transactions are run, each evicted in its middle. */
  readonly transactions: number;
  readonly workers: number;
  /** Takes the tenant's handle away while the transaction is open. */
  readonly evict: (lease: TenantLease) => unknown;
}

/**
 * Transactions on every tenant, each of which loses its handle between its two statements.
 *
 * @returns what went wrong, and how many rows are missing afterwards
 */
export async function runEvictionLoad(
  tenancy: TestTenancy,
  handles: TenantHandles,
  { transactions, workers, evict }: EvictionLoad,
): Promise<{ errors: string[]; missing: number }> {
  const slugs = Object.keys(tenancy.tenants);
  for (const slug of slugs) {
    await withClient(tenancy.tenants[slug]!.address, (client) =>
      client.query('CREATE TABLE IF NOT EXISTS pairs (id integer, half integer); TRUNCATE pairs'),
    );
  }
  const errors: string[] = [];
  let next = 0;
  async function work(): Promise<void> {
    for (let id = next++; id < transactions; id = next++) {
      const lease = await handles.lend(tenancy.tenants[slugs[id % slugs.length]!]!);
      try {
        await lease.dataSource.transaction(async (manager) => {
          await manager.query('INSERT INTO pairs VALUES ($1, 1)', [id]);
          await evict(lease);
          await manager.query('INSERT INTO pairs VALUES ($1, 2)', [id]);
        });
      } catch (error) {
        errors.push((error as Error).message);
      } finally {
        lease.release();
      }
    }
  }
  await Promise.all(Array.from({ length: workers }, work));
  let rows = 0;
  for (const slug of slugs) {
    const [row] = await withClient(
      tenancy.tenants[slug]!.address,
      async (client) => (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM pairs')).rows,
    );
    rows += row!.n;
  }
  return { errors, missing: 2 * transactions - rows };
}
