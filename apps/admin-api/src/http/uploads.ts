import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BodyTooLarge, InvalidRequest, UnsupportedMediaType } from '@salient/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';

/** What a form may have around its file. */
const FORM_BYTES = 1_000_000;
const FILE = /^(?:multipart\/form-data|text\/csv)\b/i;

/** A file that is being uploaded. */
export interface Upload {
  readonly stream: Readable;
  readonly fileName: string | null;
}

/** Lets routes that say so take a file, by multipart or as it is; everywhere else a body is JSON. Call before the app listens. */
export async function readUploads(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRequest', async ({ headers, routeOptions }) => {
    const isFile = FILE.test(headers['content-type'] ?? '');
    if (isFile !== (routeOptions.config.upload ?? false) && headers['content-type'] !== undefined) throw new UnsupportedMediaType();
  });
  await app.register(multipart);
  fastify.addContentTypeParser('text/csv', (_request, payload, done) => done(null, payload));
}

/**
 * The file of a request: its body, or the part of the name "file".
 *
 * @throws InvalidRequest when there is none, UnsupportedMediaType, BodyTooLarge for one that says so beforehand
 */
export async function uploadOf(request: FastifyRequest, bytesMax: number): Promise<Upload> {
  if (!FILE.test(request.headers['content-type'] ?? '')) throw new UnsupportedMediaType();
  if (Number(request.headers['content-length'] ?? 0) > bytesMax + FORM_BYTES) throw new BodyTooLarge();
  if (!request.isMultipart()) return { stream: request.body as Readable, fileName: null };
  const part = await request.file({ limits: { fileSize: bytesMax + 1, files: 1, fields: 10 } }).catch(() => undefined);
  if (part?.fieldname === 'file') return { stream: part.file, fileName: part.filename || null };
  part?.file.resume();
  throw new InvalidRequest('Send the file as the part "file".', [{ pointer: '/file', code: 'required', detail: 'A file is needed.' }]);
}
