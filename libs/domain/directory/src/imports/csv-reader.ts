import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { FileRefused } from './import.errors.js';
import type { SpooledFile } from './import-spool.js';

/** A row of a file with its number in a spreadsheet: the header is 1. */
export interface CsvRow {
  readonly cells: string[];
  readonly row: number;
}

const RECORD_CHARACTERS_MAX = 1_000_000;
/** Any of them, on any line: files are put together of pieces. */
const LINE_ENDS = ['\r\n', '\n', '\r'];
/** The parser makes all rows of a chunk at once: of a larger one they outlive the collections of young memory, and the heap grows. */
const CHUNK_BYTES = 16 * 1024;

/**
 * The rows of a file, a batch at a time, so that memory stays flat. Lines without any cell are passed over.
 *
 * @throws FileRefused when its quotes do not match
 */
export async function* csvRows({ handle, format }: SpooledFile, batchSize: number): AsyncGenerator<CsvRow[]> {
  const bytes = handle.createReadStream({ start: 0, autoClose: false, highWaterMark: CHUNK_BYTES });
  const text: NodeJS.ReadableStream = format.encoding === 'utf-8' ? bytes : bytes.pipe(iconv.decodeStream(format.encoding));
  const parser = parse({
    delimiter: format.delimiter,
    bom: true,
    relax_column_count: true,
    max_record_size: RECORD_CHARACTERS_MAX,
    record_delimiter: LINE_ENDS,
  });
  text.on('error', (error: Error) => parser.destroy(error));
  bytes.on('error', (error) => parser.destroy(error));
  text.pipe(parser);
  let [batch, row]: [CsvRow[], number] = [[], 0];
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.length === 1 && cells[0] === '') continue;
      if (batch.push({ cells, row }) < batchSize) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  } catch (error) {
    throw error instanceof CsvError ? new FileRefused(refusalOf(error)) : error;
  } finally {
    parser.destroy();
    bytes.destroy();
  }
}

/** The reader is ahead of the rows that were handed out, so the place is its own. */
function refusalOf(error: CsvError): string {
  const { code, lines } = error as CsvError & { readonly lines?: number };
  if (code === 'CSV_MAX_RECORD_SIZE') return `A row near line ${lines} is larger than a megabyte: a quote may be missing.`;
  return `The quotes in line ${lines} do not match: cells with quotes have to be quoted, and quotes inside doubled.`;
}
