import fc, { type Arbitrary } from 'fast-check';
import type { ApiOperation } from './api-operations.js';
import { HOSTILE_TEXTS, hostileValue, valueFor, type KnownValues } from './hostile-values.js';

/** A request as it goes over the wire. */
export interface RawRequest {
  /** The operation of the document that it is made from. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface RequestMaterial {
  readonly known: KnownValues;
  /** What `Authorization` may say; undefined for no such header. */
  readonly authorizations: (operation: ApiOperation) => readonly (string | undefined)[];
  /** What an operation would take away from the others: what its path names, or the caller himself; nothing otherwise. */
  readonly takesAway: (operation: ApiOperation) => 'named' | 'caller' | undefined;
}

/** Parts of a path that no client library would send as they are. */
const RAW_PARTS = ['%00', '..', '%2e%2e', '..%2f..', 'a%2Fb', '%ff', '%', '%zz', '%F0%9F%A6%8A', '', '.', "'--", '*', 'x'.repeat(600)];
const ODD_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'x-tenant-slug': 'nobody' },
  { 'x-tenant-slug': '' },
  { 'idempotency-key': 'k'.repeat(300) },
  { 'idempotency-key': 'caf\u00e9' },
  { 'idempotency-key': 'fuzz' },
  { 'if-match': '"1"' },
  { 'if-match': 'W/"x", *' },
  { 'if-none-match': '*' },
  { 'x-request-id': '<script>' },
  { 'last-event-id': '01900000-0000-7000-8000-000000000000:99999999999999999999' },
  { 'last-event-id': ':' },
  { prefer: 'respond-async, wait=-1' },
  { accept: 'text/html' },
  { 'accept-encoding': 'br;q=x' },
  { cookie: 'salient_refresh=%00; __proto__=1' },
  { origin: 'null' },
  { 'x-forwarded-for': "1.1.1.1, ' OR 1=1" },
  { 'x-http-method-override': 'DELETE' },
];
const CONTENT_TYPES = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/problem+json',
  'x',
  'multipart/form-data',
];

/** Requests for an operation: mostly nearly right, so that they come far, with something wrong anywhere. */
export function hostileRequest(operation: ApiOperation, material: RequestMaterial): Arbitrary<RawRequest> {
  return fc
    .record({
      path: pathFor(operation, material),
      query: queryFor(operation, material.known),
      authorization:
        material.takesAway(operation) === 'caller' ? fc.constant('Bearer x') : fc.constantFrom(...material.authorizations(operation)),
      odd: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, fc.constantFrom(...ODD_HEADERS)),
      body: bodyFor(operation, material.known),
    })
    .map(({ path, query, authorization, odd, body }) => ({
      operation: operation.name,
      method: operation.method,
      path: path + (query && `?${query}`),
      headers: { ...odd, ...(authorization === undefined ? {} : { authorization }), ...(body && { 'content-type': body.type }) },
      body: body?.content,
    }));
}

function pathFor(operation: ApiOperation, { known, takesAway }: RequestMaterial): Arbitrary<string> {
  const isKept = takesAway(operation) === 'named';
  const parts = operation.path.split('/').map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return fc.constant(part);
    const hostile = fc.oneof(
      fc.constantFrom(...RAW_PARTS),
      fc.constantFrom(...HOSTILE_TEXTS.filter((text) => text.length < 1_000)).map((text) => encodeURIComponent(text.toWellFormed())),
      fc.uuid(),
    );
    const values = name === 'account' || !isKept ? (known[name] ?? []) : [];
    return values.length ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: hostile }) : hostile;
  });
  return fc.tuple(...parts).map((chosen) => chosen.join('/'));
}

function queryFor({ query }: ApiOperation, known: KnownValues): Arbitrary<string> {
  const one = ([name, schema]: [string, ApiOperation['query'][string]]) =>
    fc.option(
      valueFor(schema, known).map(
        (value) => `${encodeURIComponent(name)}=${encodeURIComponent(textOf(value).toWellFormed().slice(0, 4_000))}`,
      ),
      { nil: '', freq: 2 },
    );
  const odd = fc.constantFrom('a=1', 'a[b]=1', 'limit=1&limit=2', '__proto__[x]=1', '%00=%00', '%', 'cursor=AAAA', '=', '&&&');
  return fc
    .tuple(fc.tuple(...Object.entries(query).map(one)), fc.oneof({ weight: 5, arbitrary: fc.constant('') }, odd))
    .map(([parts, more]) => [...parts, more].filter(Boolean).join('&'));
}

interface RawBody {
  readonly type: string;
  readonly content: string | Buffer;
}

function bodyFor({ method, bodies }: ApiOperation, known: KnownValues): Arbitrary<RawBody | undefined> {
  const types = Object.entries(bodies);
  const fitting = types.map(([type, schema]) => {
    const value =
      schema.type === 'string' ? fc.oneof(csv, hostileValue.map(textOf)) : valueFor(schema, known).map((each) => JSON.stringify(each));
    return value.map((content): RawBody => ({ type, content }));
  });
  const broken = fc.constantFrom<RawBody>(
    { type: 'application/json', content: '' },
    { type: 'application/json', content: '{' },
    { type: 'application/json', content: '{"a":1}trailing' },
    { type: 'application/json', content: '\ufeff{}' },
    { type: 'application/json', content: '{"__proto__":{"admin":true}}' },
    { type: 'application/json', content: '['.repeat(50_000) },
    { type: 'application/json', content: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
    { type: 'multipart/form-data; boundary=x', content: '--x\r\ncontent-disposition: form-data; name="file"\r\n\r\n\u0000\r\n' },
  );
  const misnamed = fc.constantFrom(...CONTENT_TYPES).map((type): RawBody => ({ type, content: '{}' }));
  if (fitting.length === 0)
    return method === 'GET' ? fc.constant(undefined) : fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, broken);
  return fc.oneof(...fitting.map((arbitrary) => ({ weight: 8, arbitrary })), broken, misnamed);
}

const csv = fc
  .array(fc.array(fc.constantFrom('name', 'a', '"', '""', ',', ';', '\t', '=1+1', '\u0000', 'é', '"a\nb"'), { maxLength: 6 }), {
    maxLength: 6,
  })
  .map((rows) => rows.map((cells) => cells.join(',')).join('\r\n'));

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
