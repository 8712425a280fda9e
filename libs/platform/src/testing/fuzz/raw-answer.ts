import { request as httpRequest } from 'node:http';
import type { RawRequest } from './hostile-request.js';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A stream of events is read for so long; what it says by then is looked at. */
const STREAM_READ_MS = 300;
const ANSWER_WITHIN_MS = 20_000;
const BYTES_READ_MAX = 2_000_000;

/** Sends a request byte for byte, without the tidying that `fetch` does to a path. */
export function sendRaw(url: string, { method, path, headers, body }: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }; // Node leaves it out for some methods
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { hostname, port, method, path, headers: { ...headers, ...length }, agent: false, timeout: ANSWER_WITHIN_MS },
      (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        const answer = () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') });
        const stop = () => {
          answer();
          response.destroy();
        };
        if (String(response.headers['content-type']).startsWith('text/event-stream')) setTimeout(stop, STREAM_READ_MS);
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          bytes += chunk.length;
          if (bytes > BYTES_READ_MAX) stop();
        });
        response.on('end', answer);
        response.on('error', answer); // cut while we read: what came counts
      },
    );
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', reject);
    request.end(body);
  });
}
