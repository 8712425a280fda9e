import { oldestCodeOf, writeAuditEvent, type ControlDatabase, type MigrationClass, type PostgresAddress } from '@salient/platform';
import { sealAddress, type ClientTarget, type TenantRecord } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { isNotOfThePool, takePooled } from './database-pool.js';
import { adminAddressOf, emptiestServer, registerDefaultServer, type ServerAccess } from './database-servers.js';
import type { LifecycleActor } from './lifecycle-actor.js';
import { SlugTaken } from './lifecycle.errors.js';
import { oneByOne } from './one-by-one.js';
import { migrateTenantDatabase, type SchemaState } from './schema-fingerprint.js';
import { createTenantDatabase, dropTenantDatabase, newTenantAddress, writeIdentity } from './tenant-databases.js';
import { tenantSchema } from './tenant-identity.migration.js';

export interface ProvisionerOptions extends ServerAccess {
  /** The control database, with a role that may create roles and databases; never through a transaction pooler. */
  readonly control: ControlDatabase;
  readonly migrations: readonly MigrationClass[];
}

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
}

/** Puts something into the database of an account before it is active. @returns what the audit tells of it, as `account.restored` */
export type FillDatabase = (target: ClientTarget) => Promise<Readonly<Record<string, unknown>>>;

const PROVISIONER: LifecycleActor = { kind: 'system', id: 'provisioner' };
/** How long an account that is provisioned belongs to its process without a sign of life, by the database's clock. */
const LEASE_SECONDS = 30;
const RENEW_MS = 5_000;

interface ReservedTenant extends NewTenant {
  readonly id: string;
  /** Of the server that it is to live on. */
  readonly admin: PostgresAddress;
  readonly address: PostgresAddress;
  /** The schema of a pooled database; null when the database has still to be made. */
  readonly pooled: SchemaState | null;
}

/**
 * Gives an account a PostgreSQL database of its own, owned by a role of its own, which nobody else may connect to: one of the
 * pool when there is one, else a new one.
 *
 * The registry row comes first, as `provisioning`; when a later step fails, database, role and row are removed again, and when
 * the process is lost, by {@link removeAbandoned}.
 */
export class TenantProvisioner {
  constructor(private readonly options: ProvisionerOptions) {}

  /** The schema that a new tenant has: the name of the last migration. */
  get schemaVersion(): string {
    return tenantSchema(this.options.migrations).at(-1)!.name;
  }

  /**
   * @param fill what it throws is thrown on, and the account undone
   * @throws SlugTaken when another account has the slug; TenantUnavailable when no server can take it
   */
  async provision(tenant: NewTenant, actor: LifecycleActor = PROVISIONER, fill?: FillDatabase): Promise<TenantRecord> {
    for (;;) {
      const made = await this.make(await this.reserve(tenant), actor, fill);
      if (made) return made;
    }
  }

  /** Undoes what processes have left that were lost while they provisioned. */
  async removeAbandoned(): Promise<void> {
    const { control } = this.options;
    const abandoned = await control.query<{ id: string; server_id: string; database: string }>(
      `SELECT tenant_id AS id, server_id, database_name AS database FROM tenant_registry
       WHERE status = 'provisioning' AND coalesce(provisioning_until, created_at + interval '10 minutes') < now()`,
    );
    await oneByOne(abandoned, async ({ id, server_id: serverId, database }) =>
      this.undo({ id, admin: await adminAddressOf(this.options, serverId), address: { database } }),
    );
  }

  private async reserve({ slug, name }: NewTenant): Promise<ReservedTenant> {
    const { keyring } = this.options;
    await registerDefaultServer(this.options.control, this.options.admin);
    const { serverId, admin } = await emptiestServer(this.options);
    return this.options.control.transaction(async (sql) => {
      const id = uuidv7();
      const pooled = await takePooled({ ...this.options, control: sql }, serverId, this.schemaVersion);
      const address = pooled?.address ?? newTenantAddress(admin);
      const rows = await sql.query(
        `INSERT INTO tenant_registry (tenant_id, slug, name, server_id, database_name, connection_string, status, provisioning_until)
         VALUES ($1, $2, $3, $4, $5, $6, 'provisioning', now() + make_interval(secs => $7))
         ON CONFLICT (slug) WHERE status <> 'deleted' DO NOTHING RETURNING tenant_id`,
        [id, slug, name, serverId, address.database, sealAddress(keyring, id, address), LEASE_SECONDS],
      );
      if (rows.length === 0) throw new SlugTaken(slug); // what was taken from the pool is back in it
      return { id, slug, name, admin, address, pooled: pooled?.schema ?? null };
    });
  }

  /** @returns null when the pool has named a database that is not there; the next one of the pool, or a new one, will do */
  private async make(reserved: ReservedTenant, actor: LifecycleActor, fill?: FillDatabase): Promise<TenantRecord | null> {
    const renewing = setInterval(() => void this.renew(reserved).catch(() => undefined), RENEW_MS); // tried again before it ends
    try {
      const schema = reserved.pooled ?? (await this.makeDatabase(reserved));
      if (!(await this.takePossession(reserved))) return null;
      const filled = await fill?.({ address: reserved.address, tenantId: reserved.id, lane: 'operator' });
      return await this.activate(reserved, schema, actor, filled);
    } catch (error) {
      await this.undo(reserved).catch(() => undefined); // what cannot be undone now is abandoned, and undone later
      throw error;
    } finally {
      clearInterval(renewing);
    }
  }

  /** False when the pool has named a database that is not the account's to have. It is forgotten; should it be there, it stays. */
  private async takePossession(reserved: ReservedTenant): Promise<boolean> {
    try {
      await writeIdentity(this.options.brokers, targetOf(reserved), reserved.id);
      return true;
    } catch (error) {
      if (!reserved.pooled || !isNotOfThePool(error)) throw error;
      await this.options.control.query(`DELETE FROM tenant_registry WHERE tenant_id = $1 AND status = 'provisioning'`, [reserved.id]);
      return false;
    }
  }

  private async makeDatabase(reserved: ReservedTenant): Promise<SchemaState> {
    await createTenantDatabase(reserved.admin, reserved.address, this.options.partner);
    return migrateTenantDatabase(this.options.brokers, targetOf(reserved), tenantSchema(this.options.migrations));
  }

  private async renew({ id }: ReservedTenant): Promise<void> {
    await this.options.control.query(
      `UPDATE tenant_registry SET provisioning_until = now() + make_interval(secs => $2) WHERE tenant_id = $1 AND status = 'provisioning'`,
      [id, LEASE_SECONDS],
    );
  }

  private activate(
    { id, slug, name, address }: ReservedTenant,
    { version, fingerprint }: SchemaState,
    { requestId, ...actor }: LifecycleActor,
    filled?: Readonly<Record<string, unknown>>,
  ): Promise<TenantRecord> {
    return this.options.control.transaction(async (sql) => {
      const [row] = await sql.query<{ config_version: string }>(
        `UPDATE tenant_registry SET status = 'active', schema_version = $2, schema_fingerprint = $3, oldest_code = $4, provisioning_until = NULL
         WHERE tenant_id = $1 AND status = 'provisioning' RETURNING config_version`,
        [id, version, fingerprint, oldestCodeOf(this.options.migrations)],
      );
      if (!row) throw new Error('The account was provisioned for too long, and was taken for abandoned.');
      const event = { tenantId: id, actor, requestId, target: { kind: 'account', id } };
      await writeAuditEvent(sql, { ...event, action: 'account.provisioned', details: { slug, name } });
      if (filled) await writeAuditEvent(sql, { ...event, action: 'account.restored', details: { ...filled } });
      return { id, slug, name, status: 'active', configVersion: Number(row.config_version), address };
    });
  }

  private async undo({
    id,
    admin,
    address,
  }: Pick<ReservedTenant, 'id' | 'admin'> & { readonly address: Pick<PostgresAddress, 'database'> }): Promise<void> {
    await this.options.control.transaction(async (sql) => {
      const mine = await sql.query(
        `SELECT 1 FROM tenant_registry WHERE tenant_id = $1 AND status = 'provisioning' FOR UPDATE SKIP LOCKED`,
        [id],
      );
      if (mine.length === 0) return; // somebody else undoes it
      await dropTenantDatabase(admin, address.database);
      await sql.query('DELETE FROM tenant_registry WHERE tenant_id = $1', [id]);
    });
  }
}

/** Somebody waits for the account, and not behind the work of operators, which takes long. */
function targetOf({ address }: ReservedTenant): ClientTarget {
  return { address, tenantId: null, lane: 'work' };
}
