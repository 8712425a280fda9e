import { writeAuditEvent, type PostgresAddress } from '@salient/platform';
import { AccountNotFound, openAddress, sealAddress, type TenantStatus } from '@salient/tenancy';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { administer } from './administrator.js';
import { untilAcknowledged } from './acknowledgements.js';
import { adminAddressOf, type ServerAccess } from './database-servers.js';
import { AccountBusy, AccountStatusConflict } from './lifecycle.errors.js';
import type { LifecycleActor } from './lifecycle-actor.js';
import { loginsOf } from './tenant-databases.js';

const ACKNOWLEDGED_WITHIN_MS = 60_000;

interface TenantRow {
  readonly status: TenantStatus;
  readonly server_id: string;
  readonly database: string;
  readonly connection_string: string;
}

/**
 * Gives an account's database another login without a failed request: a new role is made beside the old one, the registry
 * names it, every process lets its old connections go, and only then the old role can log in no more. Both act as the role
 * that owns the database, so what they make belongs to it.
 *
 * Stopped in the middle, it can be run again: a login that nobody uses is left behind and removed by the next rotation.
 *
 * @throws AccountNotFound; AccountStatusConflict while it moves; AccountBusy when somebody else changes it, or a process does not let go in time,
 *   in which case both logins still work
 */
export async function rotateCredentials(access: ServerAccess, tenantId: string, { requestId, ...actor }: LifecycleActor): Promise<void> {
  const { control, keyring } = access;
  const [row] = await control.query<TenantRow>(
    `SELECT status, server_id, database_name AS database, connection_string FROM tenant_registry WHERE tenant_id = $1 AND status NOT IN ('deleted', 'provisioning')`,
    [tenantId],
  );
  if (!row) throw new AccountNotFound(tenantId);
  if (row.status === 'moving') throw new AccountStatusConflict(row.status);
  const admin = await adminAddressOf(access, row.server_id);
  const before = openAddress(keyring, tenantId, row.connection_string);
  const after = { ...before, user: `${row.database}_${randomBytes(4).toString('hex')}`, password: randomBytes(24).toString('base64url') };
  await createLogin(admin, row.database, after);
  const [changed] = await control.query<{ config_version: string }>(
    `UPDATE tenant_registry SET connection_string = $2 WHERE tenant_id = $1 AND connection_string = $3 RETURNING config_version`,
    [tenantId, sealAddress(keyring, tenantId, after), row.connection_string],
  );
  if (!changed) throw new AccountBusy('Somebody else is changing this account: nothing was rotated.');
  await untilAcknowledged(control, tenantId, Number(changed.config_version), ACKNOWLEDGED_WITHIN_MS);
  await endOtherLogins(admin, row.database, after.user);
  await writeAuditEvent(control, {
    tenantId,
    actor,
    action: 'account.credentials_rotated',
    target: { kind: 'account', id: tenantId },
    requestId,
  });
}

async function createLogin(admin: PostgresAddress, owner: string, { user, password }: PostgresAddress): Promise<void> {
  const [role, ownerRole] = [pg.escapeIdentifier(user), pg.escapeIdentifier(owner)];
  await administer(admin, async (client) => {
    await client.query(
      `CREATE ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${pg.escapeLiteral(password)} IN ROLE ${ownerRole}`,
    );
    await client.query(`GRANT ${role} TO CURRENT_USER`); // else an administrator who is no superuser cannot end its connections
    await client.query(`ALTER ROLE ${role} SET role TO ${ownerRole}`);
  });
}

/** The owner itself was the first login; the others are named after it. */
async function endOtherLogins(admin: PostgresAddress, owner: string, user: string): Promise<void> {
  await administer(admin, async (client) => {
    await client.query(`ALTER ROLE ${pg.escapeIdentifier(owner)} NOLOGIN PASSWORD NULL`);
    for (const role of await loginsOf(client, owner)) if (role !== user) await client.query(`DROP ROLE ${pg.escapeIdentifier(role)}`);
  });
}
