import { BodyTooLarge } from '@salient/platform';
import { createHash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { csvFormatOf, type CsvFormat } from './csv-format.js';

/** A file may have so many bytes. */
export const IMPORT_BYTES_MAX = 1024 ** 3;
const SAMPLE_BYTES = 64 * 1024;

/** An uploaded file. It has no name on the disk any more, so that a process that dies leaves nothing behind. */
export interface SpooledFile {
  readonly bytes: number;
  readonly sha256: string;
  readonly format: CsvFormat;
  readonly handle: FileHandle;
}

/** A file that is closed when the request is over, unless somebody has taken it. */
export interface Spool extends SpooledFile, AsyncDisposable {
  /** From now on the caller closes its handle. */
  take(): SpooledFile;
}

/**
 * Writes an upload to the disk and looks at how it is written.
 *
 * @throws BodyTooLarge
 */
export async function spool(upload: AsyncIterable<Buffer>, bytesMax = IMPORT_BYTES_MAX): Promise<Spool> {
  const path = join(tmpdir(), `salient-import-${uuidv7()}`);
  const handle = await open(path, 'wx+', 0o600);
  try {
    await rm(path);
    const seen = new SeenBytes(bytesMax);
    await handle.writeFile(seen.pass(upload));
    return spoolOf({ bytes: seen.bytes, sha256: seen.hash.digest('hex'), format: csvFormatOf(seen.head, seen.doubtful), handle });
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function spoolOf(file: SpooledFile): Spool {
  let isTaken = false;
  return {
    ...file,
    take: () => {
      isTaken = true;
      return file;
    },
    [Symbol.asyncDispose]: async () => {
      if (!isTaken) await file.handle.close();
    },
  };
}

/** What is learnt of a file while it goes by. */
class SeenBytes {
  bytes = 0;
  head = Buffer.alloc(0);
  /** Bytes around the first place that is no UTF-8. */
  doubtful: Buffer | null = null;
  readonly hash = createHash('sha256');
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });

  constructor(private readonly bytesMax: number) {}

  async *pass(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.bytes += chunk.length;
      if (this.bytes > this.bytesMax) throw new BodyTooLarge();
      this.hash.update(chunk);
      if (this.head.length < SAMPLE_BYTES) this.head = Buffer.concat([this.head, chunk.subarray(0, SAMPLE_BYTES - this.head.length)]);
      this.doubt(chunk);
      yield chunk;
    }
    this.doubt();
  }

  private doubt(chunk?: Buffer): void {
    if (this.doubtful !== null) return;
    try {
      this.utf8.decode(chunk, { stream: chunk !== undefined });
    } catch {
      this.doubtful = chunk ?? this.head;
    }
  }
}
