import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly url: string;
  /** Connections that were cut so far. */
  readonly cuts: number;
  /** From now on a connection is cut after so many bytes of answers, each time another number; null lets everything through. */
  cutAfter(bytes: (() => number) | null): void;
  /** Ends every connection, and takes none until it is told to: the network is gone. */
  setReachable(isReachable: boolean): void;
  close(): Promise<void>;
}

/** A network that fails: TCP from a port of its own to the service, cut where the test says. */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let bytesOf: (() => number) | null = null;
  let isReachable = true;
  let cuts = 0;
  const server = createServer((browser) => {
    if (!isReachable) return void browser.resetAndDestroy();
    const service = connect(Number(port), hostname);
    const end = () => [browser, service].forEach((socket) => socket.destroy());
    for (const socket of [browser, service]) {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket) && end()).on('error', end);
    }
    browser.on('data', (chunk) => service.write(chunk));
    let left = bytesOf?.() ?? Infinity;
    service.on('data', (chunk: Buffer) => {
      browser.write(chunk.subarray(0, Math.max(left, headLength(chunk))));
      left = Math.min(left, bytesOf ? left : Infinity) - chunk.length;
      if (left > 0 || bytesOf === null) return;
      cuts += 1;
      browser.end(end);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get cuts() {
      return cuts;
    },
    cutAfter: (bytes) => void (bytesOf = bytes),
    setReachable(reachable) {
      isReachable = reachable;
      if (!reachable) for (const socket of sockets) socket.destroy();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * A head is let through whole: over plain HTTP a browser takes one that was cut off for a short one, with no way to know better.
 * TLS tells it.
 */
function headLength(chunk: Buffer): number {
  return chunk.toString('latin1', 0, 5) === 'HTTP/' ? chunk.indexOf('\r\n\r\n') + 4 : 0;
}

/** Whole numbers from `least` to `most` that look random and are the same in each run (mulberry32). */
export function numbersFrom(seed: number, least: number, most: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1));
  };
}
