import { withClient, type PostgresAddress } from '@salient/platform';
import { serverOf } from '@salient/tenancy';
import { bulkhead, type BulkheadPolicy } from 'cockatiel';
import type pg from 'pg';

/**
 * Connections of this process to one server at once for short administrative work: databases, roles, sizes. They lead to no
 * tenant's database and are apart from the budget, so that an account can be made, dropped and fenced off while that is used up.
 */
export const ADMINISTRATIVE_CONNECTIONS_MAX = 2;

/** Of the process, whoever in it works on a server. */
const limits = new Map<string, BulkheadPolicy>();

/**
 * Lends an administrator's connection of its own; first come, first served. `work` must not ask for another one.
 *
 * @throws what the connection or `work` throws
 */
export function administer<Result>(address: PostgresAddress, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const server = serverOf(address);
  const limit = limits.get(server) ?? bulkhead(ADMINISTRATIVE_CONNECTIONS_MAX, Infinity);
  limits.set(server, limit);
  return limit.execute(() => withClient(address, work)); // resolves when the socket is closed
}
