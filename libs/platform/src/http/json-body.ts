import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InvalidRequest } from '../errors/common.errors.js';

/** JSON is the only body that the APIs read; any other content type is 415. Parsing runs after authentication (onRequest). */
export function readJsonBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, next) => {
    if (bringsNothing(request)) delete request.raw.headers['content-type'];
    next();
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : JSON.parse(body as string, MAY_NAME_PROTOTYPE.test(body as string) ? dropPrototype : undefined));
    } catch {
      done(
        new InvalidRequest('The body is not valid JSON.', [{ pointer: '', code: 'invalid_json', detail: 'The body is not valid JSON.' }]),
      );
    }
  });
}

/** A client that names a type of everything it sends, and here sends nothing, has done nothing wrong; GET's bodies are never read. */
function bringsNothing({ method, headers }: FastifyRequest): boolean {
  if (method !== 'DELETE') return method === 'GET' || method === 'HEAD';
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
}

/** The name itself, or an escape that may spell it: looking at every member costs five times the parsing. */
const MAY_NAME_PROTOTYPE = /__proto__|\\u/;

/** A member named `__proto__` becomes an ordinary unknown field, so that it is refused like any other. */
function dropPrototype(this: unknown, key: string, value: unknown): unknown {
  if (key !== '__proto__') return value;
  throw new SyntaxError('__proto__ is not a member name');
}
