import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UnsupportedMediaType } from '@salient/platform';
import type { FastifyInstance } from 'fastify';

/** Reads what a form without a script sends, on the routes of the chat page alone: everything else speaks JSON. */
export function readPageForms(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    if (request.routeOptions.url !== '/chat/:account/:agent') return done(new UnsupportedMediaType());
    done(null, Object.fromEntries(new URLSearchParams(body as string)));
  });
}
