import { createServer, type Socket } from 'node:net';
import type { AgentName } from './accounts.js';

// A model provider that costs as little as it can, on the wire of OpenAI's chat completions: what the peers are
// measured with should not take the machine from them.

const DELTA_TEXT = 'A piece of the answer, five words. ';
const PACE_MS = 5;
const ALIVE_MS = 10_000;
export const SHORT_DELTAS = 8;

const HEADERS = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n';
const LAST_CHUNK = '0\r\n\r\n';

function event(fields: object): string {
  return `data: ${JSON.stringify({ id: 'chatcmpl-bench', object: 'chat.completion.chunk', created: 1, model: 'bench', ...fields })}\n\n`;
}

function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}

const FIRST = event({ choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] });
const DELTA = event({ choices: [{ index: 0, delta: { content: DELTA_TEXT }, finish_reason: null }] });
const END =
  event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }) +
  event({ choices: [], usage: { prompt_tokens: 200, completion_tokens: 60, total_tokens: 260 } }) +
  'data: [DONE]\n\n';

const SHORT = Buffer.from(HEADERS + [FIRST, ...Array.from({ length: SHORT_DELTAS }, () => DELTA), END].map(chunk).join('') + LAST_CHUNK);
const BEGIN = Buffer.from(HEADERS + chunk(FIRST) + chunk(DELTA));
const PIECE = Buffer.from(chunk(DELTA));
const FINISH = Buffer.from(chunk(END) + LAST_CHUNK);

const held = new Set<Socket>();

const answers: Readonly<Record<AgentName, (socket: Socket) => void>> = {
  short: (socket) => socket.write(SHORT),
  'paced-20': (socket) => pace(socket, 20),
  'paced-220': (socket) => pace(socket, 220),
  hold: (socket) => {
    socket.write(BEGIN);
    held.add(socket);
  },
};

function pace(socket: Socket, deltas: number): void {
  socket.write(BEGIN);
  let left = deltas - 1;
  const timer = setInterval(() => {
    if (socket.destroyed) return clearInterval(timer);
    if (left-- > 0) return void socket.write(PIECE);
    clearInterval(timer);
    socket.write(FINISH);
  }, PACE_MS);
}

const server = createServer((socket) => {
  let received = '';
  socket.setNoDelay(true).setEncoding('latin1');
  socket.on('error', () => undefined);
  socket.on('close', () => held.delete(socket));
  socket.on('data', (data: string) => {
    received += data;
    const headersEnd = received.indexOf('\r\n\r\n');
    if (headersEnd === -1) return;
    const length = Number(/content-length: *(\d+)/i.exec(received.slice(0, headersEnd))?.[1] ?? 0);
    if (received.length < headersEnd + 4 + length) return;
    const model = /"model":"([^"]+)"/.exec(received)?.[1] ?? '';
    received = '';
    const answer = answers[model as AgentName];
    if (answer) answer(socket);
    else socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
  });
});

/** Says a word in the held answers, so that nobody takes the model for dead. */
setInterval(() => {
  for (const socket of held) socket.write(PIECE);
}, ALIVE_MS);

/** Lets the held answers come to their end. */
process.on('message', () => {
  for (const socket of held) socket.write(FINISH);
  held.clear();
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
