import type { Sql } from '@salient/platform';

/** A process that has not been heard of for so long is taken for dead: its connections are, too. */
const ALIVE_SECONDS = 10;

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
