import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { pipeline } from 'node:stream';
import { FileRefused } from './import.errors.js';
import type { SpooledFile } from './import-spool.js';

/** @param row its number in a spreadsheet: the header is 1 */
export type TakeRow = (cells: string[], row: number) => void;

const RECORD_CHARACTERS_MAX = 1_000_000;
/** Any of them, on any line: files are put together of pieces. */
const LINE_ENDS = ['\r\n', '\n', '\r'];
const CHUNK_BYTES = 16 * 1024;

/**
 * Hands the rows of a file to `take`, one after the other, and yields after every few of them, for whoever has to wait in between.
 * Nothing here holds a row: rows that outlive a collection of young memory teach V8 to make their like in old memory at once, where all
 * that they refer to stays until the next full collection (https://wingolog.org/archives/2026/01/05/pre-tenuring-in-v8).
 * Lines without any cell are passed over.
 *
 * @throws FileRefused when its quotes do not match; what `take` throws
 */
export async function* readRows({ handle, format }: SpooledFile, take: TakeRow): AsyncGenerator<void> {
  const bytes = handle.createReadStream({ start: 0, autoClose: false, highWaterMark: CHUNK_BYTES });
  const text: NodeJS.ReadWriteStream | undefined =
    format.encoding === 'utf-8' ? undefined : pipeline(bytes, iconv.decodeStream(format.encoding), ignore);
  let row = 0;
  const parser = parse({
    delimiter: format.delimiter,
    bom: true,
    relax_column_count: true,
    max_record_size: RECORD_CHARACTERS_MAX,
    record_delimiter: LINE_ENDS,
    // Taken here, a row costs no promise, as it would when the parser's rows were waited for one by one.
    on_record: (cells: string[]) => {
      row += 1;
      if (cells.length > 1 || cells[0] !== '') take(cells, row);
      return null;
    },
  });
  parser.on('error', ignore).resume(); // the error is thrown by what was written
  try {
    for await (const chunk of text ?? bytes) {
      await called((done) => parser.write(chunk, done));
      yield;
    }
    await called((done) => parser.end(done));
    yield;
  } catch (error) {
    throw error instanceof CsvError ? new FileRefused(refusalOf(error)) : error;
  } finally {
    parser.destroy();
    bytes.destroy();
  }
}

function called(work: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => work((error) => (error ? reject(error) : resolve())));
}

function ignore(): void {
  // Whoever reads the stream is told of its error.
}

/** The reader is ahead of the rows that were handed out, so the place is its own. */
function refusalOf(error: CsvError): string {
  const { code, lines } = error as CsvError & { readonly lines?: number };
  if (code === 'CSV_MAX_RECORD_SIZE') return `A row near line ${lines} is larger than a megabyte: a quote may be missing.`;
  return `The quotes in line ${lines} do not match: cells with quotes have to be quoted, and quotes inside doubled.`;
}
