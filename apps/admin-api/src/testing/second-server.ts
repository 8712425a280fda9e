import { registerServer } from '@salient/tenancy/lifecycle';
import type { TestAdmin } from './test-admin.js';

/** Registers a database server `second` that accounts can move to: the tests' own one, by its other name. */
export async function addSecondServer({ tenancy: { access, address } }: TestAdmin): Promise<void> {
  const second = { ...address, host: 'localhost', database: 'postgres' };
  await registerServer(access, { name: 'second', address: second, reservedConnections: 0 });
}
