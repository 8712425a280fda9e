import type { IncomingMessage } from 'node:http';
import { newId } from '../new-id.js';

const SANE = /^[\w.:/+=-]{1,128}$/;

/** The caller's `X-Request-Id` when it is short and printable, otherwise a new UUIDv7. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && SANE.test(given) ? given : newId();
}
