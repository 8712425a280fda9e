import type { RequestContext } from '../logging/request-context.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the log knows of this request; set by the first hook. */
    context: RequestContext;
  }
}
