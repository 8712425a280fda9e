import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';

interface Media {
  readonly schema: object;
  readonly example?: unknown;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}

/** A body that an operation takes, or a good answer of it, as the document shows it. */
export interface DocumentedMedia extends Media {
  /** Such as `post /accounts/{account}/agents 201`. */
  readonly name: string;
}

/** Files are shown where they are answered; JSON has no word for the bytes of an upload. */
const UPLOADS = ['multipart/form-data', 'text/csv'];

/** All that the operations of an OpenAPI document take and answer below some paths. */
export function documentedMedia(paths: object, isMeant: (path: string) => boolean): DocumentedMedia[] {
  return Object.entries(paths as Record<string, Record<string, Operation>>)
    .filter(([path]) => isMeant(path))
    .flatMap(([path, operations]) => Object.entries(operations).flatMap(([method, operation]) => mediaOf(`${method} ${path}`, operation)));
}

function mediaOf(name: string, { requestBody, responses }: Operation): DocumentedMedia[] {
  const bodies = Object.entries(requestBody?.content ?? {}).filter(([type]) => !UPLOADS.includes(type));
  const answers = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return [
    ...bodies.map(([, media]) => ({ ...media, name: `${name} body` })),
    ...answers.flatMap(([status, { content }]) => Object.values(content ?? {}).map((media) => ({ ...media, name: `${name} ${status}` }))),
  ];
}

/** What lacks an example. */
export function unexemplified(media: readonly DocumentedMedia[]): string[] {
  return media.filter(({ example }) => example === undefined).map(({ name }) => name);
}

/** Examples that are not what their schemas say, and why. */
export function exampleFaults(media: readonly DocumentedMedia[]): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const format of ['cidrv4', 'cidrv6']) ajv.addFormat(format, /^[\da-f.:]+\/\d+$/);
  return media.flatMap(({ name, schema, example }) => (ajv.validate(schema, example) ? [] : [`${name}: ${ajv.errorsText()}`]));
}
