import type { Socket } from 'node:net';
import { v7 as uuidv7 } from 'uuid';
import { InvalidRequest } from '../errors/common.errors.js';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem.js';

/** What Node's parser says of requests that never become one (https://nodejs.org/docs/latest-v24.x/api/http.html#event-clienterror). */
const DETAILS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'The headers are larger than this service reads.',
  ERR_HTTP_REQUEST_TIMEOUT: 'The request did not arrive in time.',
};

/** Answers bytes that are no HTTP request with a problem like any other, and lets the connection go: nobody knows where the next one begins. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) return void socket.destroy();
  const requestId = uuidv7();
  const detail = DETAILS[error.code ?? ''] ?? 'This is not an HTTP request that can be read.';
  const body = JSON.stringify(problemOf(new InvalidRequest(detail), { instance: '', requestId }));
  const headers = [
    'HTTP/1.1 400 Bad Request',
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'X-Content-Type-Options: nosniff',
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
}
