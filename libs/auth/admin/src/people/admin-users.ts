import type { Role } from '@salient/contracts/admin';
import type { Sql } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword, passwordMatches } from '../sign-in/passwords.js';
import { sessionOver } from '../sign-in/refresh-tokens.js';

export interface Membership {
  readonly account_id: string;
  readonly account: string;
  readonly role: Role;
}

/** A person who administers accounts, or the platform. */
export interface AdminUser {
  readonly id: string;
  readonly email: string;
  readonly name?: string | null;
  readonly platform_admin: boolean;
  readonly totp_enabled?: boolean;
  readonly memberships: readonly Membership[];
  /** An API token calls, not a person: `id` is the token's. */
  readonly isApiToken?: boolean;
  /** Slugs of the agents that an API token is bound to; nothing for whoever is bound to none. */
  readonly agents?: readonly string[] | null;
  /** The session that the access token belongs to; nothing for one of an identity provider, or an API token. */
  readonly sessionId?: string;
}

/** A person with what signing in needs; never shown. */
export interface AdminUserSecrets extends AdminUser {
  /** Null for somebody who has not chosen a password, or signs in elsewhere. */
  readonly password_hash: string | null;
  /** Sealed; null without a second factor. */
  readonly totp_secret: string | null;
  readonly totp_enabled: boolean;
  /** Access tokens of an older epoch are over. */
  readonly session_epoch: number;
}

const WITH_MEMBERSHIPS = `
  SELECT u.id, u.email, u.name, u.platform_admin, u.password_hash, u.totp_secret, u.totp_confirmed_at IS NOT NULL AS totp_enabled, u.session_epoch,
    coalesce((SELECT json_agg(json_build_object('account_id', t.tenant_id, 'account', t.slug, 'role', m.role) ORDER BY t.slug)
      FROM memberships m JOIN tenant_registry t ON t.tenant_id = m.tenant_id AND t.status <> 'deleted' WHERE m.user_id = u.id), '[]') AS memberships
  FROM admin_users u`;

/** Admin users in the control database. */
export const adminUsers = {
  async findByEmail(sql: Sql, email: string): Promise<AdminUserSecrets | null> {
    const [row] = await sql.query<AdminUserSecrets>(`${WITH_MEMBERSHIPS} WHERE lower(u.email) = lower($1)`, [email]);
    return row ?? null;
  },

  async find(sql: Sql, id: string): Promise<AdminUserSecrets | null> {
    const [row] = await sql.query<AdminUserSecrets>(`${WITH_MEMBERSHIPS} WHERE u.id = $1`, [id]);
    return row ?? null;
  },

  /** The same, unless that session of his has ended. */
  async findInSession(sql: Sql, id: string, sessionId: string | undefined): Promise<AdminUserSecrets | null> {
    const [row] = await sql.query<AdminUserSecrets>(`${WITH_MEMBERSHIPS} WHERE u.id = $1 AND NOT ${sessionOver('$2::uuid')}`, [
      id,
      sessionId ?? null,
    ]);
    return row ?? null;
  },

  /** Everybody, without what signing in needs, by e-mail address. */
  async all(sql: Sql): Promise<AdminUser[]> {
    return (await sql.query<AdminUserSecrets>(`${WITH_MEMBERSHIPS} ORDER BY lower(u.email)`)).map(withoutSecrets);
  },

  /**
   * Adds a user; one of that e-mail gets the password and role, and is signed out everywhere if the password is another one.
   * Answers the id.
   */
  async put(sql: Sql, user: { readonly email: string; readonly password: string; readonly platformAdmin: boolean }): Promise<string> {
    const known = await adminUsers.findByEmail(sql, user.email);
    const isAnother = known !== null && !(await passwordMatches(user.password, known.password_hash));
    const [row] = await sql.query<{ id: string }>(
      `INSERT INTO admin_users (id, email, password_hash, platform_admin) VALUES ($1, $2, $3, $4)
       ON CONFLICT (lower(email)) DO UPDATE SET password_hash = excluded.password_hash, platform_admin = excluded.platform_admin, updated_at = now()
       RETURNING id`,
      [uuidv7(), user.email, await hashPassword(user.password), user.platformAdmin],
    );
    if (!row) throw new Error('The user was not written.');
    if (isAnother) await endWhatLetIn(sql, row.id);
    return row.id;
  },

  /** Adds somebody without any right. Answers the id, also of one of that e-mail who was there. */
  async add(sql: Sql, email: string, name: string | null, passwordHash: string | null): Promise<string> {
    const [row] = await sql.query<{ id: string }>(
      `INSERT INTO admin_users (id, email, name, password_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT (lower(email)) DO UPDATE SET name = coalesce(admin_users.name, excluded.name),
         password_hash = coalesce(admin_users.password_hash, excluded.password_hash), updated_at = now()
       RETURNING id`,
      [uuidv7(), email, name, passwordHash],
    );
    if (!row) throw new Error('The user was not written.');
    return row.id;
  },

  /** Sets a password, and ends what the one before let in: every session, and links that were mailed for a new one. */
  async setPassword(sql: Sql, id: string, passwordHash: string): Promise<void> {
    await sql.query('UPDATE admin_users SET password_hash = $2, updated_at = now() WHERE id = $1', [id, passwordHash]);
    await endWhatLetIn(sql, id);
  },

  /** Ends every session of somebody: refresh tokens now, access tokens by their epoch. */
  async endSessions(sql: Sql, id: string): Promise<void> {
    await sql.query('UPDATE admin_users SET session_epoch = session_epoch + 1 WHERE id = $1', [id]);
    await sql.query('UPDATE refresh_tokens SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL', [id]);
  },

  async noteLogin(sql: Sql, id: string): Promise<void> {
    await sql.query('UPDATE admin_users SET last_login_at = now() WHERE id = $1', [id]);
  },
};

async function endWhatLetIn(sql: Sql, id: string): Promise<void> {
  await sql.query('DELETE FROM password_resets WHERE user_id = $1', [id]);
  await adminUsers.endSessions(sql, id);
}

/** Somebody as the request carries him: without what signing in needs. */
export function withoutSecrets({ id, email, name, platform_admin, totp_enabled, memberships }: AdminUserSecrets): AdminUser {
  return { id, email, name, platform_admin, totp_enabled, memberships };
}
