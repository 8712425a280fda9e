import { migrateDatabase, writeAuditEvent, type Keyring, type MigrationClass, type PostgresAddress, type Sql } from '@salient/platform';
import { sealAddress, type TenantRecord } from '@salient/tenancy';
import { v7 as uuidv7 } from 'uuid';
import { adminAddressOf, emptiestServer, registerDefaultServer } from './database-servers.js';
import type { LifecycleActor } from './lifecycle-actor.js';
import { SlugTaken } from './lifecycle.errors.js';
import { readFingerprint } from './schema-fingerprint.js';
import { createTenantDatabase, dropTenantDatabase, newTenantAddress, writeIdentity } from './tenant-databases.js';
import { tenantSchema } from './tenant-identity.migration.js';

export interface ProvisionerOptions {
  /** The control database, with a role that may create roles and databases; never through a transaction pooler. */
  readonly control: Sql;
  readonly admin: PostgresAddress;
  readonly keyring: Keyring;
  readonly migrations: readonly MigrationClass[];
}

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
}

const PROVISIONER: LifecycleActor = { kind: 'system', id: 'provisioner' };

interface ReservedTenant extends NewTenant {
  readonly id: string;
  /** Of the server that it is to live on. */
  readonly admin: PostgresAddress;
  readonly address: PostgresAddress;
}

/**
 * Gives an account a PostgreSQL database of its own, owned by a role of its own, which nobody else may connect to.
 *
 * The registry row comes first, as `provisioning`; when a later step fails, database, role and row are removed again.
 */
export class TenantProvisioner {
  constructor(private readonly options: ProvisionerOptions) {}

  /** The schema that a new tenant has: the name of the last migration. */
  get schemaVersion(): string {
    return tenantSchema(this.options.migrations).at(-1)!.name;
  }

  /** @throws SlugTaken when another account has the slug */
  async provision(tenant: NewTenant, actor: LifecycleActor = PROVISIONER): Promise<TenantRecord> {
    const reserved = await this.reserve(tenant);
    try {
      await createTenantDatabase(reserved.admin, reserved.address);
      const ran = await migrateDatabase(reserved.address, tenantSchema(this.options.migrations));
      await writeIdentity(reserved.address, reserved.id);
      return await this.activate(reserved, ran.at(-1) ?? null, await readFingerprint(reserved.address), actor);
    } catch (error) {
      await this.undo(reserved);
      throw error;
    }
  }

  private async reserve({ slug, name }: NewTenant): Promise<ReservedTenant> {
    const { control, keyring } = this.options;
    const id = uuidv7();
    await registerDefaultServer(control, this.options.admin);
    const server = await emptiestServer(control);
    const admin = await adminAddressOf(this.options, server.id);
    const address = newTenantAddress(admin);
    const rows = await control.query(
      `INSERT INTO tenant_registry (tenant_id, slug, name, server_id, database_name, connection_string, status)
       VALUES ($1, $2, $3, $4, $5, $6, 'provisioning') ON CONFLICT (slug) WHERE status <> 'deleted' DO NOTHING RETURNING tenant_id`,
      [id, slug, name, server.id, address.database, sealAddress(keyring, id, address)],
    );
    if (rows.length === 0) throw new SlugTaken(slug);
    return { id, slug, name, admin, address };
  }

  private async activate(
    { id, slug, name, address }: ReservedTenant,
    schemaVersion: string | null,
    fingerprint: string,
    { requestId, ...actor }: LifecycleActor,
  ): Promise<TenantRecord> {
    const [row] = await this.options.control.query<{ config_version: string }>(
      `WITH activated AS (
         UPDATE tenant_registry SET status = 'active', schema_version = $2, schema_fingerprint = $3 WHERE tenant_id = $1 RETURNING config_version
       ) SELECT config_version FROM activated`,
      [id, schemaVersion, fingerprint],
    );
    await writeAuditEvent(this.options.control, {
      tenantId: id,
      actor,
      requestId,
      action: 'account.provisioned',
      target: { kind: 'account', id },
      details: { slug, name },
    });
    return { id, slug, name, status: 'active', configVersion: Number(row?.config_version), address };
  }

  private async undo({ id, admin, address }: ReservedTenant): Promise<void> {
    await dropTenantDatabase(admin, address.database);
    await this.options.control.query('DELETE FROM tenant_registry WHERE tenant_id = $1', [id]);
  }
}
