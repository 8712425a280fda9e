/** Spreadsheets take a cell that begins so for a formula (https://owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠']/;
const DEFUSED = /^'(?:$|[=+\-@\t\r\n＝＋－＠'])/;
const NUMBER = /^-?\d{1,400}(?:\.\d{1,400})?(?:e[+-]?\d{1,3})?$/i;
const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  y: true,
  '1': true,
  false: false,
  no: false,
  n: false,
  '0': false,
};

/** What a schema says of a field, as far as a cell needs it. */
export type FieldSchema = Readonly<Record<string, unknown>>;

/**
 * A text as a cell of our CSV files: what a spreadsheet would run gets an apostrophe in front, and so does an empty text,
 * which is not the same as none. {@link readText} takes it off again.
 */
export function writeText(text: string): string {
  return text === '' || FORMULA.test(text) ? `'${text}` : text;
}

export function readText(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell;
}

/** Several texts in one cell: separated by semicolons, or JSON where that would lose something. */
export function writeTexts(texts: readonly unknown[]): string {
  if (texts.length === 0) return ';';
  const plain = texts.every((text) => typeof text === 'string' && text !== '' && !/[;|\\\r\n]|^\s|\s$/.test(text));
  return plain && !/^[[;]/.test(String(texts[0])) ? writeText(texts.join(';')) : JSON.stringify(texts);
}

export function readTexts(cell: string): unknown {
  const text = readText(cell);
  if (text.startsWith('[')) return parsed(text) ?? splitTexts(text);
  return splitTexts(text);
}

function splitTexts(text: string): string[] {
  return text
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A value of `data` as a cell. */
export function writeValue(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return writeText(value);
  if (Array.isArray(value)) return writeTexts(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The value that a cell means by its schema; what cannot be read stays text, and the schema says what is wrong with it. */
export function readValue(cell: string, schema: FieldSchema): unknown {
  switch (typeOf(schema)) {
    case 'integer':
    case 'number':
      return NUMBER.test(cell.trim()) ? Number(cell) : readText(cell);
    case 'boolean':
      return BOOLEANS[cell.trim().toLowerCase()] ?? readText(cell);
    case 'array':
      return readItems(readTexts(cell), (schema['items'] ?? {}) as FieldSchema);
    case 'object':
      return parsed(cell) ?? readText(cell);
    case undefined:
    default:
      return readText(cell);
  }
}

function readItems(items: unknown, schema: FieldSchema): unknown {
  const type = typeOf(schema);
  if (!Array.isArray(items) || type === 'string' || type === undefined) return items;
  return items.map((item) => (typeof item === 'string' ? readValue(item, schema) : item));
}

/** The type that a field has, or the first of several that is not null. */
export function typeOf({ type }: FieldSchema): string | undefined {
  return Array.isArray(type) ? (type as string[]).find((one) => one !== 'null') : (type as string | undefined);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
