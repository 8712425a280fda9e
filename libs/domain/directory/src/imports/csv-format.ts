import { detect } from 'chardet';
import iconv from 'iconv-lite';

/** How a file of comma-separated values is written. */
export interface CsvFormat {
  /** As iconv-lite names it. */
  readonly encoding: string;
  readonly delimiter: string;
}

const DELIMITERS = [',', ';', '\t', '|'];
const UTF8 = 'utf-8';
const HEADER_BYTES = 200;
const WIDE_ZEROS = 0.3;

/**
 * Tells how a file is written.
 *
 * @param head its first bytes
 * @param doubtful bytes around the first place that is no UTF-8; null when all of the file is
 */
export function csvFormatOf(head: Buffer, doubtful: Buffer | null): CsvFormat {
  const encoding = encodingOf(head, doubtful);
  return { encoding, delimiter: delimiterOf(iconv.decode(head, encoding)) };
}

function encodingOf(head: Buffer, doubtful: Buffer | null): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = wideEncodingOf(head);
  if (wide !== null) return wide;
  if (doubtful === null) return UTF8;
  const guess = detect(doubtful);
  // Something that is no UTF-8 and is called so by its looks is a Western file with few accents.
  return guess && guess !== 'UTF-8' && guess !== 'ASCII' && iconv.encodingExists(guess) ? guess : 'windows-1252';
}

/** UTF-16 without a mark at its beginning: nearly all of a header is Latin, so every second byte of it is 0. */
function wideEncodingOf(head: Buffer): string | null {
  const header = head.subarray(0, HEADER_BYTES);
  const zeros = [0, 0];
  for (const [index, byte] of header.entries()) if (byte === 0) zeros[index % 2]! += 1;
  const [even, odd] = zeros.map((count) => count / header.length) as [number, number];
  if (odd > WIDE_ZEROS && even === 0) return 'utf-16le';
  return even > WIDE_ZEROS && odd === 0 ? 'utf-16be' : null;
}

/** The delimiter that the header line has most of, outside quotes. */
function delimiterOf(text: string): string {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') break;
    else if (counts.has(character)) counts.set(character, counts.get(character)! + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
