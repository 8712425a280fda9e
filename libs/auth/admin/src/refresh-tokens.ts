import { createHash, randomBytes } from 'node:crypto';
import type { Sql } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';

export const REFRESH_TOKEN_DAYS = 14;

/** What came of a refresh token that was used. */
export type Rotation = { readonly userId: string; readonly token: string } | { readonly reused: boolean };

/**
 * Refresh tokens rotate: each is good for one use, which answers the next one of its family. One that is used twice has
 * been stolen from somebody, so its whole family ends (RFC 9700 §4.14.2). Stored as SHA-256.
 */
export const refreshTokens = {
  /** Begins a family; answers its first token. */
  begin: (sql: Sql, userId: string): Promise<string> => insert(sql, userId, uuidv7()),

  /** Uses a token up. Of two simultaneous uses one wins; the other one ends the family. */
  async rotate(sql: Sql, token: string): Promise<Rotation> {
    const [used] = await sql.query<{ user_id: string; family_id: string }>(
      `UPDATE refresh_tokens SET used_at = now()
       WHERE token_hash = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > now() RETURNING user_id, family_id`,
      [digest(token)],
    );
    if (used) return { userId: used.user_id, token: await insert(sql, used.user_id, used.family_id) };
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

async function insert(sql: Sql, userId: string, familyId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql.query(
    `INSERT INTO refresh_tokens (id, family_id, user_id, token_hash, expires_at) VALUES ($1, $2, $3, $4, now() + make_interval(days => $5))`,
    [uuidv7(), familyId, userId, digest(token), REFRESH_TOKEN_DAYS],
  );
  return token;
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
