import { isConnectionFailure } from '@salient/tenancy';

/** Something to do on a database server. */
interface OnServer {
  readonly server_id: string;
}

/**
 * Does `work` for one item after the other. One that fails keeps none of the others; a server that does not answer is asked once, and
 * what else there is to do on it is left for the next time.
 *
 * @throws what the first one has thrown, when all have had their turn
 */
export async function oneByOne<Item extends OnServer>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  const silent = new Set<string>();
  for (const item of items) {
    if (silent.has(item.server_id)) continue;
    try {
      await work(item);
    } catch (error) {
      faults.push(error);
      if (isConnectionFailure(error)) silent.add(item.server_id);
    }
  }
  if (faults.length > 0) throw faults[0];
}
