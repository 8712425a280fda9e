import { writeAuditEvent, type ControlDatabase } from '@salient/platform';
import { adminAddressOf, type ServerAccess } from './database-servers.js';
import { unacknowledgedBy } from './acknowledgements.js';
import type { LifecycleActor } from './lifecycle-actor.js';
import { oneByOne } from './one-by-one.js';
import { dropTenantDatabase, sizeOfDatabase } from './tenant-databases.js';

/** What is known of a database that was dropped: the receipt, as the audit keeps it. */
export interface DeletionReceipt {
  readonly id: string;
  readonly slug: string;
  readonly database: string;
  readonly bytes: number;
}

interface DueRow {
  id: string;
  slug: string;
  database: string;
  config_version: string;
  server_id: string;
}

/** Drops the databases of accounts whose deletion grace is over. */
export class TenantRemover {
  constructor(private readonly access: ServerAccess & { readonly control: ControlDatabase }) {}

  /**
   * Drops what is due. An account that a living process has not let go of yet is left for the next time, and so is one that
   * fails: the others go on. Two removers at once share the work.
   *
   * @param onRemoved told of each that is gone
   * @throws what the first failure was, when all have been tried
   */
  async removeDue(actor: LifecycleActor, onRemoved: (receipt: DeletionReceipt) => void = () => undefined): Promise<void> {
    const due = await this.access.control.query<DueRow>(
      `SELECT tenant_id AS id, slug, database_name AS database, config_version, server_id FROM tenant_registry
       WHERE status = 'deleting' AND delete_after <= now() ORDER BY delete_after`,
    );
    await oneByOne(due, async (row) => {
      if ((await unacknowledgedBy(this.access.control, row.id, Number(row.config_version))).length > 0) return;
      await this.noteSize(row);
      const receipt = await this.remove(row, actor);
      if (receipt) onRemoved(receipt);
    });
  }

  /** Before the drop, and committed: whoever takes this over afterwards finds it. */
  private async noteSize({ id, database, server_id: serverId }: DueRow): Promise<void> {
    const bytes = await sizeOfDatabase(await adminAddressOf(this.access, serverId), database);
    if (bytes === null) return;
    await this.access.control.query(`UPDATE tenant_registry SET deleted_bytes = $2 WHERE tenant_id = $1 AND status = 'deleting'`, [
      id,
      bytes,
    ]);
  }

  /** The row's lock keeps a second remover, and a `resume`, away until the database is gone. */
  private remove(
    { id, slug, database, server_id: serverId }: DueRow,
    { requestId, ...actor }: LifecycleActor,
  ): Promise<DeletionReceipt | null> {
    return this.access.control.transaction(async (sql) => {
      const [locked] = await sql.query<{ bytes: string | null }>(
        `SELECT deleted_bytes AS bytes FROM tenant_registry WHERE tenant_id = $1 AND status = 'deleting' AND delete_after <= now() FOR UPDATE SKIP LOCKED`,
        [id],
      );
      if (!locked) return null;
      await dropTenantDatabase(await adminAddressOf(this.access, serverId), database);
      await sql.query(
        `UPDATE tenant_registry SET status = 'deleted', deleted_at = now(), delete_after = NULL, connection_string = '' WHERE tenant_id = $1`,
        [id],
      );
      await sql.query('UPDATE api_tokens SET revoked_at = now() WHERE tenant_id = $1 AND revoked_at IS NULL', [id]);
      const receipt = { id, slug, database, bytes: Number(locked.bytes ?? 0) };
      await writeAuditEvent(sql, {
        tenantId: id,
        actor,
        action: 'account.deleted',
        target: { kind: 'account', id },
        details: receipt,
        requestId,
      });
      return receipt;
    });
  }
}
