import type { Role } from '@salient/contracts/admin';
import type { Sql } from '@salient/platform';

/** Somebody of an account, or somebody who is invited: `id` is of the user or of the invitation. */
export interface MemberRow {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly status: 'active' | 'invited';
  readonly totp_enabled: boolean;
  readonly created_at: Date;
  readonly last_login_at: Date | null;
  readonly expires_at: Date | null;
}

const EVERYBODY = `
  SELECT u.id, u.email, u.name, m.role, 'active' AS status, u.totp_confirmed_at IS NOT NULL AS totp_enabled, m.created_at, u.last_login_at,
    NULL::timestamptz AS expires_at
  FROM memberships m JOIN admin_users u ON u.id = m.user_id WHERE m.tenant_id = $1
  UNION ALL
  SELECT i.id, i.email, NULL, i.role, 'invited', false, i.created_at, NULL, i.expires_at
  FROM invitations i WHERE i.tenant_id = $1 AND i.expires_at > now()`;

/** Members and invitations of an account, in the control database. */
export const members = {
  /** The newest first, before the one with the id `before`. */
  page(sql: Sql, tenantId: string, limit: number, before: string | null): Promise<MemberRow[]> {
    return sql.query<MemberRow>(`SELECT * FROM (${EVERYBODY}) AS everybody WHERE $2::uuid IS NULL OR id < $2 ORDER BY id DESC LIMIT $3`, [
      tenantId,
      before,
      limit,
    ]);
  },

  async find(sql: Sql, tenantId: string, id: string): Promise<MemberRow | null> {
    const [row] = await sql.query<MemberRow>(`SELECT * FROM (${EVERYBODY}) AS everybody WHERE id = $2`, [tenantId, id]);
    return row ?? null;
  },

  async isMember(sql: Sql, tenantId: string, email: string): Promise<boolean> {
    const rows = await sql.query(
      'SELECT 1 FROM memberships m JOIN admin_users u ON u.id = m.user_id WHERE m.tenant_id = $1 AND lower(u.email) = lower($2)',
      [tenantId, email],
    );
    return rows.length > 0;
  },

  /** Takes the lock under which owners are counted: of two who go at once the second sees that the first has gone. */
  async lockOwners(sql: Sql, tenantId: string): Promise<string[]> {
    const rows = await sql.query<{ user_id: string }>(
      `SELECT user_id FROM memberships WHERE tenant_id = $1 AND role = 'owner' ORDER BY user_id FOR UPDATE`,
      [tenantId],
    );
    return rows.map((row) => row.user_id);
  },

  async put(sql: Sql, tenantId: string, userId: string, role: Role): Promise<void> {
    await sql.query(
      `INSERT INTO memberships (tenant_id, user_id, role) VALUES ($1, $2, $3) ON CONFLICT (user_id, tenant_id) DO UPDATE SET role = excluded.role`,
      [tenantId, userId, role],
    );
  },

  async remove(sql: Sql, tenantId: string, { id, status }: MemberRow): Promise<void> {
    if (status === 'active') await sql.query('DELETE FROM memberships WHERE tenant_id = $1 AND user_id = $2', [tenantId, id]);
    else await sql.query('DELETE FROM invitations WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
  },
};
