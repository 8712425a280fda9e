import { oldestCodeOf, writeAuditEvent, type ControlDatabase, type MigrationClass, type Sql } from '@salient/platform';
import { openAddress, sealAddress } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { unacknowledgedBy, untilAcknowledged } from '../acknowledgements.js';
import { adminAddressOf, type ServerAccess } from '../database-servers.js';
import type { LifecycleActor } from '../lifecycle-actor.js';
import { migrateTenantDatabase } from '../schema-fingerprint.js';
import { openArchive } from '../archive/archive-file.js';
import { importRows, type ArchiveSummary } from '../archive/tenant-archive.js';
import { oneByOne } from '../one-by-one.js';
import { createTenantDatabase, dropTenantDatabase, newTenantAddress, sizeOfDatabase, writeIdentity } from '../tenant-databases.js';
import { tenantSchema } from '../tenant-identity.migration.js';
import { tenantRestores, type KeptDatabase, type Place, type PlaceSchema } from './tenant-restore.store.js';

const RENEW_MS = 5_000;
/** A turn may take two minutes on what it began with. */
const ACKNOWLEDGED_WITHIN_MS = 150_000;
const RESTORER: LifecycleActor = { kind: 'system', id: 'restorer' };

export interface RestoredInPlace extends ArchiveSummary {
  /** Until when what the account had is kept. */
  readonly keepUntil: Date;
}

/**
 * Brings an account back to what an archive holds, in place: a database is filled beside the one that serves, then the registry
 * names it, and what the account had is kept aside to be had back. Id, slug and tokens stay as they are, for they live in the
 * control database: no token is revived. Whatever fails before the registry names it leaves the account as it was.
 */
export class TenantRestorer {
  private readonly schema: readonly MigrationClass[];

  constructor(
    private readonly access: ServerAccess & { readonly control: ControlDatabase },
    migrations: readonly MigrationClass[],
  ) {
    this.schema = tenantSchema(migrations);
  }

  /**
   * Work that runs goes on with what it began with; new work finds what was restored.
   *
   * @param keepSeconds how long what the account has now is kept
   * @throws UnusableArchive, AccountStatusConflict, RestoreConflict; AccountBusy when a process still works on what is kept
   */
  async restore(tenantId: string, file: string, keepSeconds: number, actor: LifecycleActor): Promise<RestoredInPlace> {
    const { control, keyring, brokers } = this.access;
    await using archive = await openArchive(file, this.schema.at(-1)!.name);
    const id = uuidv7();
    const serverId = (await control.transaction((sql) => tenantRestores.lockPlace(sql, tenantId))).server_id;
    const admin = await adminAddressOf(this.access, serverId);
    const address = newTenantAddress(admin);
    await tenantRestores.begin(control, id, tenantId, serverId, address.database, `${actor.kind}:${actor.id}`);
    const renewing = setInterval(() => void tenantRestores.renew(control, id).catch(() => undefined), RENEW_MS); // tried again before it ends
    try {
      const target = { address, tenantId: null, lane: 'operator' } as const;
      await createTenantDatabase(admin, address, this.access.partner);
      const schema = { ...(await migrateTenantDatabase(brokers, target, this.schema)), oldestCode: oldestCodeOf(this.schema) };
      await writeIdentity(brokers, target, tenantId);
      const rows = await importRows(brokers, { ...target, tenantId }, archive.lines);
      const place = { server_id: serverId, database: address.database, connection: sealAddress(keyring, tenantId, address) };
      const version = await control.transaction(async (sql) => {
        const { slug: from, exported_at } = archive.header;
        const details = { in_place: true, from, exported_at, rows };
        await this.audit(sql, 'account.restored', tenantId, actor, details);
        return this.swap(sql, { id, tenant_id: tenantId }, place, schema, keepSeconds);
      });
      await untilAcknowledged(control, tenantId, version, ACKNOWLEDGED_WITHIN_MS);
      return { rows, keepUntil: (await tenantRestores.newestKept(control, tenantId)).keep_until };
    } catch (error) {
      await this.remove({ id, server_id: serverId, database: address.database }).catch(() => undefined); // abandoned then, and removed later
      throw error;
    } finally {
      clearInterval(renewing);
    }
  }

  /**
   * Gives the account back what it had before the newest restore; what it has now is kept in its place, so that this can be undone as
   * well.
   *
   * @returns until when that is kept
   * @throws RestoreConflict when nothing is kept; AccountStatusConflict
   */
  async undo(tenantId: string, keepSeconds: number, actor: LifecycleActor): Promise<Date> {
    const { control, keyring, brokers } = this.access;
    const kept = await tenantRestores.newestKept(control, tenantId);
    const { host, port } = await adminAddressOf(this.access, kept.former.server_id); // directly, as migrations need it
    const address = { ...openAddress(keyring, tenantId, kept.former.connection), host, port };
    const schema = { ...(await migrateTenantDatabase(brokers, { address, tenantId, lane: 'operator' }, this.schema)) };
    const version = await control.transaction(async (sql) => {
      await this.audit(sql, 'account.restore_undone', tenantId, actor, {});
      return this.swap(sql, kept, kept.former, { ...schema, oldestCode: oldestCodeOf(this.schema) }, keepSeconds);
    });
    await untilAcknowledged(control, tenantId, version, ACKNOWLEDGED_WITHIN_MS);
    return (await tenantRestores.newestKept(control, tenantId)).keep_until;
  }

  /**
   * Drops what was kept from before the newest restore, as soon as nobody works on it.
   *
   * @returns whether it is gone; else the next {@link dropFormer} drops it
   * @throws RestoreConflict when nothing is kept
   */
  async confirm(tenantId: string): Promise<boolean> {
    const kept = await tenantRestores.newestKept(this.access.control, tenantId);
    await tenantRestores.endKeeping(this.access.control, kept.id);
    for (const due of await tenantRestores.due(this.access.control)) if (due.id === kept.id) await this.drop(due);
    return !(await tenantRestores.isKept(this.access.control, kept.id));
  }

  /** Drops what need not be kept any longer, and what restores have left whose process was lost. */
  async dropFormer(): Promise<void> {
    const { control } = this.access;
    const due = (await tenantRestores.due(control)).map((kept) => ({ ...kept, server_id: kept.former.server_id }));
    const dropped = oneByOne(due, (kept) => this.drop(kept));
    await dropped.finally(async () => oneByOne(await tenantRestores.abandoned(control), (abandoned) => this.remove(abandoned)));
  }

  private async drop(kept: KeptDatabase): Promise<void> {
    if (await this.isInUse(kept)) return;
    const { control } = this.access;
    const { server_id: serverId, database } = kept.former;
    const admin = await adminAddressOf(this.access, serverId);
    const bytes = await sizeOfDatabase(admin, database);
    if (bytes !== null) await tenantRestores.noteFormerSize(control, kept.id, bytes); // committed: who takes over after the drop finds it
    await control.transaction(async (sql) => {
      const noted = await tenantRestores.noteFormerDropped(sql, kept.id);
      if (!noted) return;
      await dropTenantDatabase(admin, database);
      await this.audit(sql, 'account.former_database_dropped', kept.tenant_id, RESTORER, { database, bytes: noted.bytes });
    });
  }

  private async swap(
    sql: Sql,
    { id, tenant_id: tenantId }: Pick<KeptDatabase, 'id' | 'tenant_id'>,
    to: Place,
    schema: PlaceSchema,
    keepSeconds: number,
  ) {
    const former = await tenantRestores.lockPlace(sql, tenantId);
    await tenantRestores.keep(sql, id, former, keepSeconds);
    return tenantRestores.serveFrom(sql, tenantId, to, schema);
  }

  /** Whether a living process has not heard yet that the account is served from elsewhere. */
  private async isInUse({ tenant_id: tenantId }: KeptDatabase): Promise<boolean> {
    const [row] = await this.access.control.query<{ version: string }>(
      `SELECT config_version AS version FROM tenant_registry WHERE tenant_id = $1 AND status <> 'deleted'`,
      [tenantId],
    );
    return row !== undefined && (await unacknowledgedBy(this.access.control, tenantId, Number(row.version))).length > 0;
  }

  /** Of a restore that came to nothing. One that has swapped is none. */
  private async remove({
    id,
    server_id: serverId,
    database,
  }: {
    readonly id: string;
    readonly server_id: string;
    readonly database: string;
  }) {
    await this.access.control.transaction(async (sql) => {
      if (!(await tenantRestores.fail(sql, id))) return;
      await dropTenantDatabase(await adminAddressOf({ ...this.access, control: sql }, serverId), database);
    });
  }

  private audit(sql: Sql, action: string, tenantId: string, { requestId, ...actor }: LifecycleActor, details: object): Promise<void> {
    return writeAuditEvent(sql, { tenantId, actor, action, target: { kind: 'account', id: tenantId }, details: { ...details }, requestId });
  }
}
