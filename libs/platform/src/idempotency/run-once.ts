import type { Sql } from '../control/sql.js';
import type { IdempotencyKey } from './idempotency-key.js';
import { IdempotencyInProgress, IdempotencyMismatch } from './idempotency.errors.js';

export interface Outcome<Body> {
  readonly body: Body;
  readonly replayed: boolean;
}

/** A database with a table `idempotency_keys`: the control database, or a tenant's. */
export interface Transactional {
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
}

/**
 * Does the work of a request in one transaction, once for each key of a principal within 24 hours;
 * a repeat gets what was stored. Work, its audit event and the key commit together, so a crash leaves none of them.
 *
 * @param withoutSecret what may be stored of the answer and shown again
 * @throws IdempotencyInProgress while the first request runs, IdempotencyMismatch for another body
 */
export async function runOnce<Body extends object>(
  database: Transactional,
  principal: string,
  idempotency: IdempotencyKey | null,
  work: (sql: Sql) => Promise<Body>,
  withoutSecret: (body: Body) => object = (body) => body,
): Promise<Outcome<Body>> {
  return database.transaction(async (sql) => {
    if (!idempotency) return { body: await work(sql), replayed: false };
    const { route, key, requestHash } = idempotency;
    const [lock] = await sql.query<{ taken: boolean }>('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken', [
      JSON.stringify([principal, route, key]),
    ]);
    if (!lock?.taken) throw new IdempotencyInProgress();
    const [earlier] = await sql.query<{ same: boolean; body: Body }>(
      'SELECT request_hash = $4 AS same, body FROM idempotency_keys WHERE principal = $1 AND route = $2 AND key = $3 AND expires_at > now()',
      [principal, route, key, requestHash],
    );
    if (earlier && !earlier.same) throw new IdempotencyMismatch();
    if (earlier) return { body: earlier.body, replayed: true };
    const body = await work(sql);
    await sql.query(
      `INSERT INTO idempotency_keys (principal, route, key, request_hash, body, expires_at) VALUES ($1, $2, $3, $4, $5, now() + interval '24 hours')
       ON CONFLICT (principal, route, key) DO UPDATE SET request_hash = excluded.request_hash, body = excluded.body, created_at = now(), expires_at = excluded.expires_at`,
      [principal, route, key, requestHash, JSON.stringify(withoutSecret(body))],
    );
    return { body, replayed: false };
  });
}
