import type { Role } from '@salient/contracts/admin';
import type { Sql } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';
import { digest, mintSecret } from '../sign-in/one-time-secret.js';

export const INVITATION_DAYS = 7;

/** An invitation that is open, with what its page shows. */
export interface OpenInvitation {
  readonly id: string;
  readonly tenant_id: string;
  readonly slug: string;
  readonly account_name: string;
  readonly email: string;
  readonly role: Role;
  readonly has_password: boolean;
  readonly expires_at: Date;
}

export const invitations = {
  /** Makes an invitation in the place of an earlier one to the same address. Its token is in the answer and in the mail alone. */
  async put(
    sql: Sql,
    invitation: { readonly tenantId: string; readonly email: string; readonly role: Role; readonly invitedBy: string },
  ): Promise<{ readonly id: string; readonly token: string }> {
    const token = mintSecret();
    const [row] = await sql.query<{ id: string }>(
      `INSERT INTO invitations (id, tenant_id, email, role, token_hash, invited_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(days => $7))
       ON CONFLICT (tenant_id, lower(email)) DO UPDATE SET role = excluded.role, token_hash = excluded.token_hash,
         invited_by = excluded.invited_by, created_at = now(), expires_at = excluded.expires_at
       RETURNING id`,
      [uuidv7(), invitation.tenantId, invitation.email, invitation.role, digest(token), invitation.invitedBy, INVITATION_DAYS],
    );
    if (!row) throw new Error('The invitation was not written.');
    return { id: row.id, token };
  },

  /** The open invitation of a link; null when there is none. */
  async find(sql: Sql, token: string): Promise<OpenInvitation | null> {
    const [row] = await sql.query<OpenInvitation>(
      `SELECT i.id, i.tenant_id, t.slug, t.name AS account_name, i.email, i.role, u.password_hash IS NOT NULL AS has_password, i.expires_at
       FROM invitations i JOIN tenant_registry t ON t.tenant_id = i.tenant_id AND t.status NOT IN ('deleting', 'deleted')
       LEFT JOIN admin_users u ON lower(u.email) = lower(i.email)
       WHERE i.token_hash = $1 AND i.expires_at > now()`,
      [digest(token)],
    );
    return row ?? null;
  },

  async setRole(sql: Sql, id: string, role: Role): Promise<void> {
    await sql.query('UPDATE invitations SET role = $2 WHERE id = $1', [id, role]);
  },

  /** Uses a link up. Of two who use it at once one wins. */
  async use(sql: Sql, token: string): Promise<boolean> {
    const rows = await sql.query('DELETE FROM invitations WHERE token_hash = $1 AND expires_at > now() RETURNING id', [digest(token)]);
    return rows.length > 0;
  },
};
