import type { Sql } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';
import { digest, mintSecret } from './one-time-secret.js';
import type { RequestOrigin } from './request-origin.js';

export const REFRESH_TOKEN_DAYS = 14;

/** A session of somebody, the family of its refresh tokens, with the one that is to be used next. */
export interface RefreshedSession {
  readonly userId: string;
  readonly epoch: number;
  readonly sessionId: string;
  readonly token: string;
}

/** That a refresh token was used which was not to be; whose session it ended, if one lived. */
export interface RefusedRefresh {
  readonly endedSessionOf: string | null;
}

/** Where a token is given out, as far as whoever looks at his sessions wants to know. */
type Place = Pick<RequestOrigin, 'address' | 'userAgent'>;

/** That a session has ended, as SQL over its id: one revoked token is enough, whatever was inserted beside its end. */
export const sessionOver = (id: string) =>
  `EXISTS (SELECT FROM refresh_tokens ended WHERE ended.family_id = ${id} AND ended.revoked_at IS NOT NULL)`;

/**
 * Refresh tokens rotate: each is good for one use, which answers the next one of its family. One that is used twice has
 * been stolen from somebody, so its whole family ends (RFC 9700 §4.14.2). Stored as SHA-256.
 */
export const refreshTokens = {
  /** Begins a family with its first token. */
  async begin(sql: Sql, user: { readonly id: string; readonly epoch: number }, place: Place): Promise<RefreshedSession> {
    const [token, sessionId] = [mintSecret(), uuidv7()];
    await sql.query(BEGIN, [uuidv7(), sessionId, user.id, digest(token), REFRESH_TOKEN_DAYS, user.epoch, place.address, place.userAgent]);
    return { userId: user.id, epoch: user.epoch, sessionId, token };
  },

  /** Uses a token up. Of two simultaneous uses one wins; the other one ends the family. */
  async rotate(sql: Sql, used: string, place: Place): Promise<RefreshedSession | RefusedRefresh> {
    const token = mintSecret();
    const [row] = await sql.query<{ user_id: string; family_id: string; session_epoch: number }>(ROTATE, [
      digest(used),
      uuidv7(),
      digest(token),
      REFRESH_TOKEN_DAYS,
      place.address,
      place.userAgent,
    ]);
    if (row) return { userId: row.user_id, epoch: row.session_epoch, sessionId: row.family_id, token };
    const ended = await this.end(sql, used);
    return { endedSessionOf: ended?.wasUsed ? ended.userId : null };
  },

  /** Ends the family of a token. Answers whose it was, if it still lived, and whether this token had been used: one that is only too old is no theft. */
  async end(sql: Sql, token: string): Promise<{ readonly userId: string; readonly wasUsed: boolean } | null> {
    const [row] = await sql.query<{ user_id: string; was_used: boolean }>(
      `UPDATE refresh_tokens SET revoked_at = now()
       WHERE revoked_at IS NULL AND family_id = (SELECT family_id FROM refresh_tokens WHERE token_hash = $1) RETURNING user_id,
         (SELECT used_at IS NOT NULL FROM refresh_tokens WHERE token_hash = $1) AS was_used`,
      [digest(token)],
    );
    return row ? { userId: row.user_id, wasUsed: row.was_used } : null;
  },

  /** Forgets tokens that nobody could use any more; a few at a time, because a sweep does it. */
  async dropExpired(sql: Sql): Promise<void> {
    await sql.query(
      `DELETE FROM refresh_tokens WHERE id IN (
         SELECT id FROM refresh_tokens WHERE expires_at < now() - interval '1 day' ORDER BY expires_at LIMIT 10000)`,
    );
  },
};

const BEGIN = `
  INSERT INTO refresh_tokens (id, family_id, user_id, token_hash, expires_at, session_epoch, address, user_agent)
  VALUES ($1, $2, $3, $4, now() + make_interval(days => $5), $6, $7, $8)`;

/** One statement: a process that is killed has either used the token and left the next one, or neither. */
const ROTATE = `
  WITH used AS (
    UPDATE refresh_tokens token SET used_at = now() FROM admin_users person
    WHERE token.token_hash = $1 AND token.used_at IS NULL AND token.revoked_at IS NULL AND token.expires_at > now()
      AND person.id = token.user_id AND person.session_epoch = token.session_epoch AND NOT ${sessionOver('token.family_id')}
    RETURNING token.user_id, token.family_id, token.session_epoch, token.begun_at
  )
  INSERT INTO refresh_tokens (id, family_id, user_id, token_hash, expires_at, session_epoch, begun_at, address, user_agent)
  SELECT $2, family_id, user_id, $3, now() + make_interval(days => $4), session_epoch, begun_at, $5, $6 FROM used
  RETURNING user_id, family_id, session_epoch`;
