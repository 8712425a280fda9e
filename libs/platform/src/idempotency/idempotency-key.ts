import { createHash } from 'node:crypto';
import { InvalidRequest } from '../errors/common.errors.js';

/** A request that may be repeated, as its `Idempotency-Key` names it. */
export interface IdempotencyKey {
  readonly key: string;
  /** Method and path: a key is the caller's own on one route. */
  readonly route: string;
  /** Digest of the body: the same key with another body is no repeat. */
  readonly requestHash: Buffer;
}

/**
 * Reads the `Idempotency-Key` header; null without one.
 *
 * @throws InvalidRequest when it is not 1 to 255 printable ASCII characters
 */
export function idempotencyKeyOf(header: string | undefined, route: string, body: unknown): IdempotencyKey | null {
  if (header === undefined) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw new InvalidRequest('Idempotency-Key must be 1 to 255 printable characters.', [
      { pointer: '/idempotency-key', code: 'invalid_format', detail: 'Use a UUID.' },
    ]);
  }
  // An id in a path may hold a NUL, which PostgreSQL's text cannot; what it names does not exist, and is told so by its route.
  return { key: header, route: route.replaceAll('\0', '%00'), requestHash: createHash('sha256').update(JSON.stringify(body)).digest() };
}
