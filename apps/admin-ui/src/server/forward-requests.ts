import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface Upstreams {
  readonly adminApiUrl: string;
  readonly chatApiUrl: string;
}

/**
 * Browser and API share an origin, so that the refresh cookie can be strict and no answer needs CORS. Bodies and answers
 * stream both ways. Of chat-api only `/accounts` is reached: what it answers there is JSON and events, never a page, so that no
 * page of another service runs on this origin.
 */
export async function forwardRequests(server: FastifyInstance, { adminApiUrl, chatApiUrl }: Upstreams): Promise<void> {
  await server.register(httpProxy, { upstream: adminApiUrl, prefix: '/api/admin', rewritePrefix: '/api/admin', ...options });
  await server.register(httpProxy, { upstream: chatApiUrl, prefix: '/chat-api/accounts', rewritePrefix: '/accounts', ...options });
}

const options = {
  // It would log paths, and the links that people are mailed hold a secret in theirs.
  disableRequestLogging: true,
  // A 503 says itself when to come again; asked ten times more at once, a service that is full is full for longer.
  retryMethods: [],
  // A stream is as long as its turn: heartbeats keep it alive, and the API says when it ends.
  undici: { headersTimeout: 600_000, bodyTimeout: 0, connections: 256 },
  replyOptions: {
    rewriteRequestHeaders: (request: object, headers: object) => ({
      ...headers,
      'x-forwarded-for': (request as FastifyRequest).ip,
      'x-forwarded-proto': (request as FastifyRequest).protocol,
    }),
    onError: (reply: unknown, { error }: { error: Error }) => {
      (reply as FastifyReply).log.warn({ reason: error.message }, 'upstream');
      sendUnreachable(reply as FastifyReply);
    },
  },
};

/** In the words of the API (RFC 9457), so that the interface shows it as any other problem. */
function sendUnreachable(reply: FastifyReply): void {
  const code = 'tenant_unavailable';
  reply
    .status(503)
    .header('retry-after', '5')
    .type('application/problem+json')
    .send({
      type: 'about:blank',
      title: 'The service cannot be reached right now',
      status: 503,
      detail: 'The service behind this interface does not answer. Try again in a moment.',
      instance: reply.request.url.split('?')[0],
      code,
      request_id: reply.request.id,
      retryable: true,
    });
}
