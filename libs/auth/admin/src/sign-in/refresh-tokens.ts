import type { Sql } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';
import { digest, mintSecret } from './one-time-secret.js';

export const REFRESH_TOKEN_DAYS = 14;

/** What came of a refresh token that was used. */
export type Rotation = { readonly userId: string; readonly epoch: number; readonly token: string } | { readonly reused: boolean };

/**
 * Refresh tokens rotate: each is good for one use, which answers the next one of its family. One that is used twice has
 * been stolen from somebody, so its whole family ends (RFC 9700 §4.14.2). Stored as SHA-256.
 */
export const refreshTokens = {
  /** Begins a family; answers its first token. */
  begin: (sql: Sql, user: { readonly id: string; readonly epoch: number }): Promise<string> => insert(sql, user.id, uuidv7(), user.epoch),

  /** Uses a token up. Of two simultaneous uses one wins; the other one ends the family. */
  async rotate(sql: Sql, token: string): Promise<Rotation> {
    const [used] = await sql.query<{ user_id: string; family_id: string; session_epoch: number }>(
      `UPDATE refresh_tokens r SET used_at = now() FROM admin_users u
       WHERE r.token_hash = $1 AND r.used_at IS NULL AND r.revoked_at IS NULL AND r.expires_at > now()
         AND u.id = r.user_id AND u.session_epoch = r.session_epoch
       RETURNING r.user_id, r.family_id, r.session_epoch`,
      [digest(token)],
    );
    if (used) {
      const { user_id: userId, family_id: familyId, session_epoch: epoch } = used;
      return { userId, epoch, token: await insert(sql, userId, familyId, epoch) };
    }
    return { reused: await this.end(sql, token) };
  },

  /** Ends the family of a token. Answers whether there was one that still lived. */
  async end(sql: Sql, token: string): Promise<boolean> {
    const rows = await sql.query(
      `UPDATE refresh_tokens SET revoked_at = now()
       WHERE revoked_at IS NULL AND family_id = (SELECT family_id FROM refresh_tokens WHERE token_hash = $1) RETURNING id`,
      [digest(token)],
    );
    return rows.length > 0;
  },
};

async function insert(sql: Sql, userId: string, familyId: string, epoch: number): Promise<string> {
  const token = mintSecret();
  await sql.query(
    `INSERT INTO refresh_tokens (id, family_id, user_id, token_hash, expires_at, session_epoch)
     VALUES ($1, $2, $3, $4, now() + make_interval(days => $5), $6)`,
    [uuidv7(), familyId, userId, digest(token), REFRESH_TOKEN_DAYS, epoch],
  );
  return token;
}
