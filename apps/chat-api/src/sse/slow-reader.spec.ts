import { LiveTurn } from '@salient/domain/chat';
import fastify, { type FastifyInstance } from 'fastify';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { streamTurn } from './stream-turn.js';

const TURN = '0190a0a0-0000-7000-8000-000000000000';
const HEAD = { id: TURN, sessionId: 's', userMessageId: 'u', agentSlug: 'info', createdAt: new Date(0) };

describe('a reader that does not take what it is sent', () => {
  let server: FastifyInstance;
  let turn: LiveTurn;
  let slowMs: number;
  beforeEach(async () => {
    turn = new LiveTurn(HEAD);
    slowMs = 100;
    server = fastify({ forceCloseConnections: true });
    server.get('/stream', (request, reply) => {
      const from = request.headers['last-event-id'];
      const offset = from ? Number(String(from).split(':')[1]) : null;
      return streamTurn(
        reply,
        turn,
        offset,
        { instance: '/stream', requestId: 'r', showCost: false, opening: {} },
        { slowReaderMs: slowMs },
      );
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => server.close());

  const port = () => (server.server.address() as AddressInfo).port;
  async function open(cursor?: string): Promise<Socket> {
    const socket = connect(port(), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`GET /stream HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${cursor ? `Last-Event-ID: ${cursor}\r\n` : ''}\r\n`);
    return socket;
  }
  async function rest(socket: Socket): Promise<string> {
    let text = '';
    for await (const bytes of socket) text += String(bytes);
    return text;
  }

  it('is told to reconnect, is closed, and gets what it lacks when it comes back', async () => {
    const socket = await open();
    const [request] = (await once(server.server, 'request')) as [{ socket: Socket }];
    const { socket: serverSocket } = request;
    socket.pause();
    // Control characters are six bytes each in JSON: more than any socket holds for a sleeper.
    const piece = '\u0001'.repeat(500_000);
    for (let count = 0; count < 10; count++) turn.append(piece);
    await once(serverSocket, 'close'); // also of one that never reads again
    const seen = await rest(socket);
    expect(seen.length).toBeLessThan(10 * 6 * piece.length);

    turn.finish({
      status: 'completed',
      finishReason: 'stop',
      failureCode: null,
      model: null,
      usage: null,
      cost: null,
      llmRequestId: null,
      timings: null,
      completedAt: new Date(0),
    });
    const resumed = await rest(await open(`${TURN}:${turn.text.length - 3}`));
    expect(resumed.includes(`"text":"${'\\u0001'.repeat(3)}"`)).toBe(true);
    expect(resumed).toContain('event: done');
  });

  it('hears why, when it wakes in time', async () => {
    slowMs = 1_500;
    const socket = await open();
    await until(() => turn.unreadMs === 0);
    socket.pause();
    turn.append('\u0001'.repeat(2_000_000));
    await until(() => turn.unreadMs > 0); // it was given up
    const end = (await rest(socket)).slice(-200);
    expect(end).toMatch(new RegExp(`event: reconnect\\nid: ${TURN}:2000000\\ndata: {"reason":"slow","retry_ms":\\d+}`));
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
