import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** What a visitor asks, over and over. */
const MESSAGE = 'Which of your doctors speak Spanish and can see me this week?';

export interface Question {
  readonly account: string;
  readonly token: string;
  readonly agent: string;
  readonly sessionId: string | null;
  readonly stream: boolean;
}

export interface Heard {
  readonly sessionId: string;
  /** From the question's last byte to the first delta's, in milliseconds; null for an answer in one piece. */
  readonly firstDeltaMs: number | null;
}

/** One kept HTTP connection, with as little between it and the socket as can be. */
export class Visitor {
  private received = '';
  private askedAt = 0;
  private firstDeltaMs: number | null = null;
  private heard: PromiseWithResolvers<Heard> | undefined;
  private firstDelta: PromiseWithResolvers<void> | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true).setEncoding('latin1');
    socket.on('data', (data: string) => this.take(data));
    socket.on('close', () => this.fail('closed'));
    socket.on('error', (error) => this.fail(error.message));
  }

  static async arrive(port: number): Promise<Visitor> {
    const socket = connect({ port, host: '127.0.0.1' });
    await once(socket, 'connect');
    return new Visitor(socket);
  }

  /** @throws Error when the answer is not a whole turn */
  ask({ account, token, agent, sessionId, stream }: Question): Promise<Heard> {
    const body = JSON.stringify({ message: MESSAGE, stream, ...(sessionId ? { session_id: sessionId } : {}) });
    this.heard = Promise.withResolvers();
    this.firstDelta = Promise.withResolvers();
    this.firstDelta.promise.catch(() => undefined);
    this.received = '';
    this.firstDeltaMs = null;
    this.socket.write(
      `POST /accounts/${account}/agents/${agent}/chat HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    this.askedAt = performance.now();
    return this.heard.promise;
  }

  /** Resolves with the first piece of the answer that is being given. */
  async begins(): Promise<void> {
    await this.firstDelta?.promise;
  }

  leave(): void {
    this.heard = undefined;
    this.socket.destroy();
  }

  private take(data: string): void {
    this.received += data;
    if (this.firstDeltaMs === null && this.received.includes('event: delta')) {
      this.firstDeltaMs = performance.now() - this.askedAt;
      this.firstDelta?.resolve();
    }
    if (!isWhole(this.received)) return;
    const [, sessionId] = /"session_id":"([0-9a-f-]{36})"/.exec(this.received) ?? [];
    if (!this.received.startsWith('HTTP/1.1 200') || !sessionId || !this.received.includes('"status":"completed"'))
      return this.fail(this.received);
    this.heard?.resolve({ sessionId, firstDeltaMs: this.firstDeltaMs });
  }

  private fail(why: string): void {
    const error = new Error(`A visitor got no whole answer: ${why.slice(0, 2_000)}`);
    this.firstDelta?.reject(error);
    this.heard?.reject(error);
  }
}

function isWhole(received: string): boolean {
  const headersEnd = received.indexOf('\r\n\r\n');
  if (headersEnd === -1) return false;
  const [, length] = /content-length: *(\d+)/i.exec(received.slice(0, headersEnd)) ?? [];
  return length === undefined ? received.endsWith('0\r\n\r\n') : received.length >= headersEnd + 4 + Number(length);
}
