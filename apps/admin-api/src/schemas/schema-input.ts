import { readDocument, writeDocument, type SchemaFormat } from '@salient/domain/directory/admin';
import type { FastifyReply } from 'fastify';

/** A document of a request body, and where in it. */
export interface GivenDocument {
  readonly document: unknown;
  readonly at: string;
}

/** A document that is sent as JSON, or as a text of YAML or JSON. @throws SchemaUnusable when the text is neither */
export function documentOf(name: 'schema' | 'overlay', value: object | undefined, text: string | undefined): GivenDocument {
  return text === undefined ? { document: value, at: `/${name}` } : { document: readDocument(text, '/document'), at: '/document' };
}

/** A version in a path; one that is no number is not found. */
export function versionIn(path: string): number {
  return /^[1-9]\d{0,8}$/.test(path) ? Number(path) : 0;
}

/** The form of a cursor over versions. */
export const VERSION_KEY = /^[1-9]\d{0,8}$/;

export function sendDocument(reply: FastifyReply, name: string, document: unknown, format: SchemaFormat): void {
  void reply
    .header('content-type', `application/${format}; charset=utf-8`)
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .send(writeDocument(document, format));
}
