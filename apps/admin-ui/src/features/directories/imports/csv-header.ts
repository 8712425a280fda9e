/** Enough of a file's beginning to hold its header line. */
const HEAD_BYTES = 65_536;
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** A file of comma-separated values whose columns have been read, so that they can be given other names before it is sent. */
export interface CsvHeader {
  readonly columns: readonly string[];
  readonly delimiter: string;
  /** Where the header line ends in the file, in bytes. */
  readonly end: number;
}

/** The header of a file in UTF-8 (or plain ASCII); null when it is written in another way, which the API finds out itself. */
export async function readHeader(file: Blob): Promise<CsvHeader | null> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const end = lineEnd(bytes);
  if (end === null) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end));
    const delimiter = DELIMITERS.reduce((best, each) => (count(text, each) > count(text, best) ? each : best));
    return { columns: split(text.replace(/\r?\n?$/, ''), delimiter), delimiter, end };
  } catch {
    return null;
  }
}

/** The same file with other names for its columns; an empty name leaves a column out. Nothing of the rest is read. */
export function withColumns(file: Blob, { delimiter, end }: CsvHeader, names: readonly string[]): Blob {
  const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(delimiter);
  return new Blob([`${header}\n`, file.slice(end)], { type: 'text/csv' });
}

/** The first line feed outside quotes, and past it; null when there is none, or the bytes are not those of UTF-8. */
function lineEnd(bytes: Uint8Array): number | null {
  let isQuoted = false;
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0) return null; // UTF-16 has one in every other place
    if (byte === 0x22) isQuoted = !isQuoted;
    if (byte === 0x0a && !isQuoted) return index + 1;
  }
  return bytes.length < HEAD_BYTES && bytes.length > 0 ? bytes.length : null;
}

function count(text: string, character: string): number {
  return text.replaceAll(/"[^"]*"/g, '').split(character).length;
}

function split(line: string, delimiter: string): string[] {
  const cells = [''];
  let isQuoted = false;
  for (const character of line.replace(/^\uFEFF/, '')) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) cells.push('');
    else cells[cells.length - 1] += character;
  }
  return cells;
}
