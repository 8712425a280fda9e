import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountOrigins } from '@salient/auth/tokens';
import { Tenants } from '@salient/tenancy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const PREFLIGHT_SECONDS = 600;
const METHODS = 'GET, POST, DELETE';
/** Headers that a page may read besides those that it always may. */
const EXPOSED = 'Idempotency-Replayed, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id';

/**
 * Lets the pages that an account's publishable tokens name call its routes from a browser
 * (https://fetch.spec.whatwg.org/#http-cors-protocol). No cookie is ever involved, so credentials are not allowed.
 */
export function allowAccountOrigins(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const tenants = app.get(Tenants);
  const origins = app.get(AccountOrigins);

  const isAllowed = async (request: FastifyRequest, origin: string): Promise<boolean> => {
    const { account = '' } = request.params as { account?: string };
    try {
      return (await origins.of((await tenants.find(account)).id)).has(origin);
    } catch {
      return false; // the route itself says what is wrong
    }
  };
  fastify.addHook('onRequest', (request, reply, next) => {
    if (!request.routeOptions.url?.startsWith('/accounts/')) return next();
    reply.header('vary', 'Origin');
    const { origin } = request.headers;
    if (origin === undefined) return next();
    void isAllowed(request, origin).then((allowed) => {
      if (allowed) reply.headers({ 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED });
      next();
    });
  });
  fastify.options('/accounts/:account/*', (request, reply) => answerPreflight(request, reply));
}

function answerPreflight(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (reply.hasHeader('access-control-allow-origin')) {
    reply.headers({
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
      'access-control-max-age': PREFLIGHT_SECONDS,
      vary: 'Origin, Access-Control-Request-Headers',
    });
  }
  return reply.status(204).send();
}
