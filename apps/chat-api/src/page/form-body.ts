import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { InvalidRequest, textOf, UnsupportedMediaType } from '@salient/platform';
import type { FastifyInstance } from 'fastify';

/** Reads what a form without a script sends, on the routes of the chat page alone: everything else speaks JSON. */
export function readPageForms(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, (request, body, done) => {
    if (request.routeOptions.url !== '/chat/:account/:agent') return done(new UnsupportedMediaType());
    try {
      done(null, fieldsOf(textOf(body as Buffer)));
    } catch (error) {
      done(error as InvalidRequest);
    }
  });
}

/** @throws InvalidRequest when an escape is none, or is of bytes that are no UTF-8, for which `URLSearchParams` puts replacement characters */
function fieldsOf(form: string): Record<string, string> {
  try {
    decodeURIComponent(form);
  } catch {
    const detail = 'The form is not readable: an escape in it is none, or not UTF-8.';
    throw new InvalidRequest(detail, [{ pointer: '', code: 'invalid_encoding', detail }]);
  }
  return Object.fromEntries(new URLSearchParams(form));
}
