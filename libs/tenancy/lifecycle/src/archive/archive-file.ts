import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { pipeline as pipelineToEnd } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** The first line of an archive. */
export interface ArchiveHeader {
  readonly format: 1;
  readonly slug: string;
  readonly name: string;
  readonly schema_version: string | null;
  readonly exported_at: string;
}

/** An archive that is being read. */
export interface OpenArchive extends AsyncDisposable {
  readonly header: ArchiveHeader;
  /** The lines after the header. Memory stays flat however many there are. @throws UnusableArchive where the file breaks off */
  readonly lines: AsyncIterable<string>;
}

/** A file that is no archive, breaks off, or was written with another schema. */
export class UnusableArchive extends Error {
  override readonly name = 'UnusableArchive';
}

/**
 * Writes lines as a gzip file that only its owner may read. It is there whole or not at all.
 *
 * @param signal aborted to give it up
 */
export async function writeArchive(file: string, lines: AsyncIterable<string>, signal?: AbortSignal): Promise<void> {
  const draft = `${file}.${randomBytes(4).toString('hex')}.partial`; // of this writer alone: two may write the same file
  try {
    await pipelineToEnd(lines, createGzip(), createWriteStream(draft, { mode: 0o600, flags: 'wx' }), { signal });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** @throws UnusableArchive when it is none, or its schema is another one than `schemaVersion` */
export async function openArchive(file: string, schemaVersion: string): Promise<OpenArchive> {
  const unzipped = createGunzip();
  pipeline(createReadStream(file), unzipped, () => undefined); // what goes wrong is met by who reads
  const lines = linesOf(unzipped.setEncoding('utf8'));
  try {
    const header = headerIn((await lines.next()).value ?? '');
    if (header.schema_version !== schemaVersion)
      throw new UnusableArchive(`The archive has the schema ${header.schema_version ?? 'of none'}, this version has ${schemaVersion}.`);
    return { header, lines, [Symbol.asyncDispose]: async () => void unzipped.destroy() };
  } catch (error) {
    unzipped.destroy();
    throw error;
  }
}

function headerIn(line: string): ArchiveHeader {
  try {
    const header = JSON.parse(line) as Partial<ArchiveHeader> | null;
    if (header?.format === 1) return header as ArchiveHeader;
  } catch {
    // no JSON: something else
  }
  throw new UnusableArchive('The file is no archive of an account.');
}

async function* linesOf(text: Readable): AsyncGenerator<string, undefined> {
  const pieces: string[] = [];
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      let start = 0;
      for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
        yield pieces.splice(0).join('') + chunk.slice(start, end);
        start = end + 1;
      }
      pieces.push(chunk.slice(start));
    }
  } catch (error) {
    throw isUnzipFault(error) ? new UnusableArchive(`The archive cannot be read: ${(error as Error).message}.`) : error;
  }
  if (pieces.some((piece) => piece !== '')) throw new UnusableArchive('The archive breaks off in the middle of a line.');
}

function isUnzipFault(error: unknown): boolean {
  return String((error as { code?: string }).code).startsWith('Z_');
}
