import type { Role } from '@salient/contracts/admin';
import type { Sql } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from './passwords.js';

export interface Membership {
  readonly account_id: string;
  readonly account: string;
  readonly role: Role;
}

/** A person who administers accounts, or the platform. */
export interface AdminUser {
  readonly id: string;
  readonly email: string;
  readonly platform_admin: boolean;
  readonly memberships: readonly Membership[];
  /** An API token calls, not a person: `id` is the token's. */
  readonly isApiToken?: boolean;
  /** Slugs of the agents that an API token is bound to; nothing for whoever is bound to none. */
  readonly agents?: readonly string[] | null;
}

const WITH_MEMBERSHIPS = `
  SELECT u.id, u.email, u.platform_admin, u.password_hash,
    coalesce((SELECT json_agg(json_build_object('account_id', t.tenant_id, 'account', t.slug, 'role', m.role) ORDER BY t.slug)
      FROM memberships m JOIN tenant_registry t ON t.tenant_id = m.tenant_id AND t.status <> 'deleted' WHERE m.user_id = u.id), '[]') AS memberships
  FROM admin_users u`;

/** Admin users in the control database. */
export const adminUsers = {
  async findByEmail(sql: Sql, email: string): Promise<(AdminUser & { readonly password_hash: string }) | null> {
    const [row] = await sql.query<AdminUser & { password_hash: string }>(`${WITH_MEMBERSHIPS} WHERE lower(u.email) = lower($1)`, [email]);
    return row ?? null;
  },

  async find(sql: Sql, id: string): Promise<AdminUser | null> {
    const [row] = await sql.query<AdminUser & { password_hash?: string }>(`${WITH_MEMBERSHIPS} WHERE u.id = $1`, [id]);
    delete row?.password_hash;
    return row ?? null;
  },

  /** Adds a user; one of that e-mail gets the new password and role. Answers the id. */
  async put(sql: Sql, user: { readonly email: string; readonly password: string; readonly platformAdmin: boolean }): Promise<string> {
    const [row] = await sql.query<{ id: string }>(
      `INSERT INTO admin_users (id, email, password_hash, platform_admin) VALUES ($1, $2, $3, $4)
       ON CONFLICT (lower(email)) DO UPDATE SET password_hash = excluded.password_hash, platform_admin = excluded.platform_admin, updated_at = now()
       RETURNING id`,
      [uuidv7(), user.email, await hashPassword(user.password), user.platformAdmin],
    );
    if (!row) throw new Error('The user was not written.');
    return row.id;
  },

  async noteLogin(sql: Sql, id: string): Promise<void> {
    await sql.query('UPDATE admin_users SET last_login_at = now() WHERE id = $1', [id]);
  },
};
