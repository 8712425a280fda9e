import type { Sql } from '@salient/platform';
import { setTimeout as wait } from 'node:timers/promises';
import { AccountBusy } from './lifecycle.errors.js';

/** A process that has not been heard of for so long is taken for dead: its connections are, too. */
const ALIVE_SECONDS = 10;
const POLL_MS = 100;

/** The living processes that have not let go of a tenant yet, since the registry's change to `configVersion`. */
export async function unacknowledgedBy(control: Sql, tenantId: string, configVersion: number): Promise<{ id: string; app: string }[]> {
  return control.query<{ id: string; app: string }>(
    `SELECT process.id, process.app FROM service_processes process
     WHERE process.heartbeat_at > now() - make_interval(secs => $3) AND NOT EXISTS (
       SELECT 1 FROM tenant_acknowledgements acknowledged
       WHERE acknowledged.process_id = process.id AND acknowledged.tenant_id = $1 AND acknowledged.config_version >= $2)`,
    [tenantId, configVersion, ALIVE_SECONDS],
  );
}

/**
 * Resolves when every living process has let go of the tenant as it was before `configVersion`.
 *
 * @throws AccountBusy that names the processes which have not done so in time
 */
export async function untilAcknowledged(control: Sql, tenantId: string, configVersion: number, withinMs: number): Promise<void> {
  for (const deadline = performance.now() + withinMs; ; await wait(POLL_MS)) {
    const behind = await unacknowledgedBy(control, tenantId, configVersion);
    if (behind.length === 0) return;
    if (performance.now() > deadline)
      throw new AccountBusy(`${behind.map(({ app }) => app).join(', ')} did not let go of the former connections in time.`);
  }
}
