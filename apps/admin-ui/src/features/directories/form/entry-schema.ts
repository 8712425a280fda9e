/** A field of an entry's `data`, as its list's schema describes it. */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly items?: FieldSchema;
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What the interface reads of a directory schema: JSON Schema 2020-12 with Salient's hints. */
export interface EntrySchema {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly 'x-salient'?: {
    readonly purpose?: string;
    readonly when_to_use?: string;
    readonly when_not_to_use?: string;
    readonly searchable?: readonly string[];
    readonly filterable?: readonly string[];
    readonly tags?: Readonly<Record<string, string>>;
    readonly display?: { readonly fields?: readonly string[] };
  };
}

/** How a field is edited; what none of the others fits is edited as JSON. */
export type Control = 'line' | 'text' | 'choice' | 'number' | 'switch' | 'lines' | 'json';

export interface Field {
  readonly name: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly isRequired: boolean;
  readonly control: Control;
  readonly schema: FieldSchema;
}

/** A text that may be longer than this is written in several lines. */
const LINE_LENGTH_MAX = 300;
const LONG = /bio|description|answer|notes?|summary|details|text/;

/** The schema's fields: those that an entry must have first, otherwise in the schema's order. */
export function fieldsOf(schema: EntrySchema): Field[] {
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]): Field => {
    const isRequired = required.has(name);
    return { name, title: field.title ?? name, description: field.description, isRequired, control: controlOf(name, field), schema: field };
  });
  return [...fields.filter(({ isRequired }) => isRequired), ...fields.filter(({ isRequired }) => !isRequired)];
}

/** The fields that the schema wants to be shown of an entry in a list. */
export function displayFields(schema: EntrySchema): Field[] {
  const fields = new Map(fieldsOf(schema).map((field) => [field.name, field]));
  return (schema['x-salient']?.display?.fields ?? []).flatMap((name) => fields.get(name) ?? []);
}

function controlOf(name: string, { type, enum: choices, items, format, maxLength = 0 }: FieldSchema): Control {
  if (choices?.every((choice) => typeof choice === 'string')) return 'choice';
  if (type === 'boolean') return 'switch';
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'array' && items?.type === 'string') return 'lines';
  if (type !== 'string') return 'json';
  return !format && (maxLength > LINE_LENGTH_MAX || LONG.test(name)) ? 'text' : 'line';
}

/** A value of `data` in a cell of a table. */
export function shownValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(shownValue).join(', ');
  if (typeof value === 'boolean') return value ? '✓' : '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
