import { parseDocument, stringify } from 'yaml';
import { SCHEMA_BYTES_MAX } from './schema-size.js';
import { SchemaUnusable } from './schema.errors.js';

export type SchemaFormat = 'json' | 'yaml';

/** Bytes of a document as text: indented, and with comments. */
const TEXT_BYTES_MAX = 4 * SCHEMA_BYTES_MAX;
/** Aliases stand for what they name, so a few lines may stand for gigabytes. */
const ALIASES_MAX = 50;
const TOO_MUCH = 'cannot be read as YAML: it is nested too deep, or has too many aliases';
/** Where the library's words speak of itself. */
const OWN_WORDS: Readonly<Record<string, string>> = { RESOURCE_EXHAUSTION: TOO_MUCH, MULTIPLE_DOCS: 'must be one document' };

/**
 * A schema or an overlay as a text that people edit. The same document always makes the same bytes, and reading them makes
 * the same document.
 */
export function writeDocument(document: unknown, format: SchemaFormat): string {
  return format === 'json' ? `${JSON.stringify(document, null, 2)}\n` : stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

/**
 * Reads a document as YAML 1.2, of which JSON is a part.
 *
 * @param at where the text is in the request body, for the faults' pointers
 * @throws SchemaUnusable with the line when it is neither
 */
export function readDocument(text: string, at = ''): unknown {
  const refuse = (code: string, detail: string) => new SchemaUnusable([{ pointer: at, code, detail }], 'document');
  if (Buffer.byteLength(text) > TEXT_BYTES_MAX) throw refuse('too_large', `must have at most ${TEXT_BYTES_MAX / 1024} KB`);
  const json = parsedJson(text);
  if (json !== undefined) return json;
  try {
    const document = parseDocument(text, { version: '1.2', uniqueKeys: true, stringKeys: true });
    const [fault] = [...document.errors, ...document.warnings];
    if (fault) throw refuse('invalid_document', OWN_WORDS[fault.code] ?? fault.message.split('\n')[0]!);
    return document.toJS({ maxAliasCount: ALIASES_MAX }) as unknown;
  } catch (error) {
    if (error instanceof SchemaUnusable) throw error;
    throw refuse('invalid_document', TOO_MUCH);
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
