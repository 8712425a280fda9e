import type { SchemaDocument } from './schema-document.js';
import { plainText, plainWords } from './search-query.js';

/** Characters of one entry that are searched: PostgreSQL refuses a tsvector of more than 1 MB. */
const SEARCHED_CHARACTERS_MAX = 100_000;

/** An entry as far as it is searched. */
export interface SearchedEntry {
  readonly name: string;
  readonly tags?: readonly string[];
  readonly contact?: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The words of an entry by weight, for {@link SEARCH_COLUMNS}, and all of it as one text for pieces. */
export interface SearchedText {
  readonly name_words: string;
  readonly tag_words: string;
  readonly body_words: string;
  readonly search_text: string;
}

/** What is searched of an entry: name, tags, contact and the values that its schema makes searchable. */
export function searched(schema: SchemaDocument, { name, tags = [], data, contact = {} }: SearchedEntry): SearchedText {
  const fields = schema['x-salient'].searchable.flatMap((field) => textsIn(data[field]));
  const body = [...fields, ...Object.values(contact)].join(' \n').slice(0, SEARCHED_CHARACTERS_MAX);
  const words = (text: string) => plainWords(text).join(' ');
  return {
    name_words: words(name),
    tag_words: words(tags.join(' ')),
    body_words: words(body),
    search_text: plainText([name, ...tags, body].join(' \n')),
  };
}

function textsIn(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [String(value)];
}
