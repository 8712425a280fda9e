import type pg from 'pg';
import { once } from 'node:events';

/** What pg keeps on a client beside its typed surface. */
interface CopyConnection extends NodeJS.EventEmitter {
  readonly stream: NodeJS.WritableStream & { readonly writableNeedDrain: boolean };
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Sends text to `COPY … FROM STDIN` (https://www.postgresql.org/docs/18/protocol-flow.html#PROTOCOL-COPY). */
export async function copyText(client: pg.Client, statement: string, pieces: Iterable<string>): Promise<void> {
  const settled = Promise.withResolvers<void>();
  let failure: Error | undefined;
  client.query({
    submit: (connection: CopyConnection) => connection.query(statement),
    handleCopyInResponse: (connection: CopyConnection) => void send(connection, pieces),
    handleError: (error: Error) => {
      failure = error;
      settled.reject(error);
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => {
      if (!failure) settled.resolve();
    },
  } as never);
  await settled.promise;
}

async function send(connection: CopyConnection, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    connection.sendCopyFromChunk(Buffer.from(piece));
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
  }
  connection.endCopyFrom();
}
