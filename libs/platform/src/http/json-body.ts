import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InvalidRequest } from '../errors/common.errors.js';

/** JSON is the only body that the APIs read; any other content type is 415. Parsing runs after authentication (onRequest). */
export function readJsonBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, next) => {
    if (bringsNothing(request)) delete request.raw.headers['content-type'];
    next();
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJson(textOf(body as Buffer)));
    } catch (error) {
      done(error as InvalidRequest);
    }
  });
}

/** A client that names a type of everything it sends, and here sends nothing, has done nothing wrong; GET's bodies are never read. */
function bringsNothing({ method, headers }: FastifyRequest): boolean {
  if (method !== 'DELETE') return method === 'GET' || method === 'HEAD';
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
}

/**
 * The text of a body. What is not UTF-8 is refused and not read with replacement characters: they would be stored as if they had been said.
 *
 * @throws InvalidRequest
 */
export function textOf(body: Buffer): string {
  if (!isUtf8(body)) throw unreadable('invalid_encoding', 'The body is not valid UTF-8.');
  return body.toString('utf8');
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text, MAY_NAME_PROTOTYPE.test(text) ? refusePrototype : undefined);
  } catch (error) {
    throw error instanceof InvalidRequest ? error : unreadable('invalid_json', 'The body is not valid JSON.');
  }
}

/** The name itself, or an escape that may spell it: looking at every member costs five times the parsing. */
const MAY_NAME_PROTOTYPE = /__proto__|\\u/;

/** No field is called `__proto__`, and whatever copies a value that has one would be taken in. */
function refusePrototype(this: unknown, key: string, value: unknown): unknown {
  if (key === '__proto__') throw unreadable('forbidden_name', 'No member of a body may be called "__proto__".');
  return value;
}

function unreadable(code: string, detail: string): InvalidRequest {
  return new InvalidRequest(detail, [{ pointer: '', code, detail }]);
}
