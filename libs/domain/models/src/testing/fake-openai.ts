import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** One thing that the server does in an answer. */
export type Step =
  | { readonly text: string }
  | { readonly toolCall: { readonly id: string; readonly name: string; readonly arguments: unknown } }
  | { readonly chunk: unknown }
  | { readonly finish: string }
  | { readonly usage: { readonly prompt_tokens: number; readonly completion_tokens: number; readonly cost?: number | string } }
  | { readonly comment: string }
  /** Bytes as they are, for streams that are cut or broken. */
  | { readonly raw: string | Uint8Array }
  /** Waits until the test resolves it. */
  | { readonly until: Promise<unknown> }
  | { readonly done: true }
  /** Says a text over and over, one every `everyMs`, for as long as somebody is there. */
  | { readonly pour: string; readonly everyMs: number }
  /** Closes the connection in the middle of the answer. */
  | { readonly cut: true }
  /** Ends the answer here. */
  | { readonly end: true }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  /** Never answers, or says nothing more. */
  | { readonly hang: true };

export interface ReceivedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly messages: { role: string; content: string }[];
    readonly tools?: { function: { name: string } }[];
  } & Record<string, unknown>;
  /** Bytes of the answer that have been written to it so far. */
  readonly written: number;
  /** Resolves when the caller has gone before the answer's end. */
  readonly aborted: Promise<unknown>;
}

export interface FakeOpenAi {
  /** For `LLM_BASE_URL`. */
  readonly baseUrl: string;
  readonly requests: ReceivedRequest[];
  /** Scripts the next answers, one for each request; after them `respond` decides. */
  reply(...scripts: Step[][]): void;
  /** What is answered when nothing is scripted: an echo of the last message by default. */
  respond: (request: ReceivedRequest) => Step[];
  close(): Promise<void>;
}

/** A whole, ordinary answer. */
export function answer(text: string): Step[] {
  return [{ text }, { finish: 'stop' }, { usage: { prompt_tokens: 10, completion_tokens: 5 } }, { done: true }];
}

/** A real HTTP server on 127.0.0.1 that speaks OpenAI's chat completions as a stream, the way that it is told to. */
export async function startFakeOpenAi(): Promise<FakeOpenAi> {
  const scripts: Step[][] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const answered = { bytes: 0 };
      const received: ReceivedRequest = {
        get written() {
          return answered.bytes;
        },
        headers: request.headers,
        body: JSON.parse(body) as ReceivedRequest['body'],
        aborted: once(response, 'close').then(() => (response.writableEnded ? new Promise(() => undefined) : undefined)),
      };
      fake.requests.push(received);
      await play(scripts.shift() ?? fake.respond(received), response, answered);
    })();
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const fake: FakeOpenAi = {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests: [],
    reply: (...more) => void scripts.push(...more),
    respond: ({ body }) => answer(`You said: ${body.messages.at(-1)?.content}`),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

async function play(steps: readonly Step[], response: ServerResponse, answered: { bytes: number }): Promise<void> {
  for (const step of steps) {
    if (response.destroyed) return;
    if ('status' in step) {
      response
        .writeHead(step.status, { 'content-type': 'application/json', ...step.headers })
        .end(step.body ?? '{"error":{"message":"scripted failure"}}');
      return;
    }
    if ('hang' in step) return;
    if ('cut' in step) return void response.socket?.destroy();
    if ('until' in step) await step.until;
    else if ('end' in step) break;
    else if ('pour' in step) await pour(response, step, answered);
    else await write(response, bytesOf(step), answered);
  }
  response.end();
}

async function pour(response: ServerResponse, { pour: text, everyMs }: { pour: string; everyMs: number }, answered: { bytes: number }) {
  const bytes = bytesOf({ text });
  while (!response.destroyed) {
    await write(response, bytes, answered);
    await wait(everyMs);
  }
}

/** Resolves when the bytes have been handed to the system, so that a cut comes after them. */
function write(response: ServerResponse, bytes: string | Uint8Array, answered: { bytes: number }): Promise<void> {
  if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' });
  answered.bytes += Buffer.byteLength(bytes);
  return new Promise((resolve) => response.write(bytes, () => resolve()));
}

function bytesOf(step: Step): string | Uint8Array {
  if ('raw' in step) return step.raw;
  if ('comment' in step) return `: ${step.comment}\n\n`;
  if ('done' in step) return 'data: [DONE]\n\n';
  return `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', model: 'fake-1', ...chunkOf(step) })}\n\n`;
}

function chunkOf(step: Step): object {
  if ('text' in step) return { choices: [{ index: 0, delta: { content: step.text }, finish_reason: null }] };
  if ('finish' in step) return { choices: [{ index: 0, delta: {}, finish_reason: step.finish }] };
  if ('usage' in step) return { choices: [], usage: step.usage };
  if ('chunk' in step) return step.chunk as object;
  if (!('toolCall' in step)) return {};
  const { id, name, arguments: args } = step.toolCall;
  return {
    choices: [
      {
        index: 0,
        delta: {
          tool_calls: [
            { index: 0, id, type: 'function', function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) } },
          ],
        },
      },
    ],
  };
}
