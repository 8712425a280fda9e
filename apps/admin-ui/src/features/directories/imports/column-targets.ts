import { fieldsOf, type EntrySchema } from '../form/entry-schema.js';

/** What a column can become: the value is the name that the API knows it by. */
export interface Target {
  readonly value: string;
  readonly label: string;
}

const CONTACT = ['phone', 'email', 'website', 'address'] as const;

/** @param words names of what every entry has */
export function targetsOf(schema: EntrySchema, words: Readonly<Record<'name' | 'external_key' | 'tags' | 'status', string>>): Target[] {
  return [
    ...Object.entries(words).map(([value, label]) => ({ value, label })),
    ...fieldsOf(schema).map(({ name, title }) => ({ value: `data.${name}`, label: title })),
    ...CONTACT.map((field) => ({ value: `contact.${field}`, label: field })),
  ];
}

/** The target that a column's own name stands for, as far as that is plain to see; what is not, the API's aliases may still know. */
export function guess(column: string, targets: readonly Target[]): string {
  const wanted = plain(column);
  return (
    targets.find(({ value, label }) => plain(value.replace(/^(data|contact)\./, '')) === wanted || plain(label) === wanted)?.value ?? column
  );
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
}
