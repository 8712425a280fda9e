import { createHash } from 'node:crypto';
import { SalientError, type Sql } from '@salient/platform';

/** How often something may be tried within a time. */
export interface AttemptLimit {
  readonly name: string;
  readonly max: number;
  readonly seconds: number;
}

/** Something that is counted: a limit, and what it is counted for. */
export interface Attempt {
  readonly limit: AttemptLimit;
  readonly subject: string;
}

export class TooManyAttempts extends SalientError {
  readonly code = 'rate_limited';
  constructor(retryAfterSeconds: number) {
    super('There were too many attempts. Wait a while, and try again.', { retryAfterSeconds });
  }
}

/** Counters in the control database, so that they hold across processes. Subjects are stored as SHA-256. */
export const attempts = {
  /**
   * Counts before the work is done, so that attempts that run side by side cannot slip through together.
   *
   * @throws TooManyAttempts
   */
  async count(sql: Sql, tried: readonly Attempt[]): Promise<void> {
    for (const { limit, subject } of tried) {
      const [row] = await sql.query<{ count: number; rest: number }>(
        `INSERT INTO attempts AS known (key, count, expires_at) VALUES ($1, 1, now() + make_interval(secs => $2))
         ON CONFLICT (key) DO UPDATE SET
           count = CASE WHEN known.expires_at <= now() THEN 1 ELSE known.count + 1 END,
           expires_at = CASE WHEN known.expires_at <= now() THEN excluded.expires_at ELSE known.expires_at END
         RETURNING count, ceil(extract(epoch FROM expires_at - now()))::int AS rest`,
        [keyOf({ limit, subject }), limit.seconds],
      );
      if (row && row.count > limit.max) throw new TooManyAttempts(Math.max(row.rest, 1));
    }
  },

  /** Takes an attempt back that turned out to be a good one. */
  async forgive(sql: Sql, tried: readonly Attempt[]): Promise<void> {
    await sql.query('UPDATE attempts SET count = count - 1 WHERE key = ANY ($1) AND count > 0', [tried.map(keyOf)]);
  },

  async dropExpired(sql: Sql): Promise<void> {
    await sql.query('DELETE FROM attempts WHERE expires_at <= now()');
  },
};

function keyOf({ limit, subject }: Attempt): Buffer {
  return createHash('sha256').update(`${limit.name} ${subject}`).digest();
}
