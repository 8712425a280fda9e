import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { pipeline } from 'node:stream';
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
 * @param batchSize so many rows at least, as long as there are; at most those of one more chunk
 * @throws FileRefused when its quotes do not match
 */
export async function* csvRows({ handle, format }: SpooledFile, batchSize: number): AsyncGenerator<CsvRow[]> {
  const bytes = handle.createReadStream({ start: 0, autoClose: false, highWaterMark: CHUNK_BYTES });
  const text: NodeJS.ReadWriteStream | undefined =
    format.encoding === 'utf-8' ? undefined : pipeline(bytes, iconv.decodeStream(format.encoding), ignore);
  let [batch, row]: [CsvRow[], number] = [[], 0];
  const parser = parse({
    delimiter: format.delimiter,
    bom: true,
    relax_column_count: true,
    max_record_size: RECORD_CHARACTERS_MAX,
    record_delimiter: LINE_ENDS,
    // Taken here, a row costs no promise, as it would when the parser's rows were waited for one by one.
    on_record: (cells: string[]) => {
      row += 1;
      if (cells.length > 1 || cells[0] !== '') batch.push({ cells, row });
      return null;
    },
  });
  parser.on('error', ignore).resume(); // the error is thrown by what was written
  try {
    for await (const chunk of text ?? bytes) {
      await called((done) => parser.write(chunk, done));
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    await called((done) => parser.end(done));
    if (batch.length > 0) yield batch;
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
