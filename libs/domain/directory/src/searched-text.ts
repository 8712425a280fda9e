import type { SchemaDocument } from './schema-document.js';
import { plainText, wordsOf } from './search-query.js';

/** Characters of one entry that are searched: PostgreSQL refuses a tsvector of more than 1 MB. */
const SEARCHED_CHARACTERS_MAX = 100_000;
const BETWEEN = ' \n';

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
  const values: string[] = [];
  for (const field of schema['x-salient'].searchable) collectTexts(data[field], values);
  for (const text of Object.values(contact)) values.push(text);
  // Each text is made plain once: what follows a line break is no part of what goes before it.
  const plain = {
    name: plainText(name),
    tags: plainText(tags.join(BETWEEN)),
    body: plainText(values.join(BETWEEN).slice(0, SEARCHED_CHARACTERS_MAX)),
  };
  return {
    name_words: wordsOf(plain.name).join(' '),
    tag_words: wordsOf(plain.tags).join(' '),
    body_words: wordsOf(plain.body).join(' '),
    search_text: tags.length > 0 ? [plain.name, plain.tags, plain.body].join(BETWEEN) : plain.name + BETWEEN + plain.body,
  };
}

function collectTexts(value: unknown, into: string[]): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') into.push(String(value));
  else for (const part of Object.values(value)) collectTexts(part, into);
}
