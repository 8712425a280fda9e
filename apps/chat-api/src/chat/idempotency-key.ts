import { createHash } from 'node:crypto';
import { InvalidRequest } from '@salient/platform';
import type { BeginTurn } from '@salient/domain/chat';

/**
 * The `Idempotency-Key` of a request, with a digest of its body, so that the same key with another body is told apart.
 *
 * @throws InvalidRequest when the key is not 1 to 255 printable ASCII characters
 */
export function idempotencyOf(header: string | undefined, route: string, body: unknown): BeginTurn['idempotency'] {
  if (header === undefined) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw new InvalidRequest('Idempotency-Key must be 1 to 255 printable characters.', [{ pointer: '/idempotency-key', code: 'invalid_format', detail: 'Use a UUID.' }]);
  }
  return { key: header, route, requestHash: createHash('sha256').update(JSON.stringify(body)).digest() };
}
