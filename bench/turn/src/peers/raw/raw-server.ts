import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { CONNECTIONS_PER_ACCOUNT } from '../../accounts.js';
import { accounts, port } from '../accounts-given.js';
import { callModel, type Completion } from './model-call.js';
import { READ, WRITE } from './statements.js';

// The raw limit: the same turn for the caller, the model and the database, with nothing between them. It keeps no lease, so a
// turn is lost with its process; it limits nobody, repeats nothing, and logs nothing.

interface Ground {
  id: string;
  system_prompt: string;
  model: string;
  session_found: boolean;
  history: { user: string; assistant: string }[] | null;
}

const pools = new Map(
  [...accounts].map(([slug, { database }]) => [slug, new pg.Pool({ ...database, max: CONNECTIONS_PER_ACCOUNT, idleTimeoutMillis: 0 })]),
);

const SSE_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, , slug = '', , agent = '', route] = request.url!.split('/');
  if (route !== 'chat') return void response.end('{}');
  const pool = pools.get(slug);
  const tokenHash = createHash('sha256').update(request.headers.authorization!.slice(7)).digest('hex');
  if (!pool || accounts.get(slug)?.tokenHash !== tokenHash) return void response.writeHead(401).end();
  const {
    message,
    session_id: named,
    stream,
  } = JSON.parse(await textOf(request)) as { message: string; session_id?: string; stream: boolean };
  if (typeof message !== 'string' || message.length > 16_000) return void response.writeHead(400).end();
  const startedAt = performance.now();
  const { rows } = await pool.query<Ground>({ ...READ, values: [agent, named] });
  const ground = rows[0];
  if (!ground?.session_found) return void response.writeHead(404).end();

  const [turn, asked, sessionId] = [uuidv7(), uuidv7(), named ?? uuidv7()];
  const createdAt = new Date().toISOString();
  if (stream) begin(response, { turn, asked, sessionId, agent, createdAt });
  let units = 0;
  let firstTokenMs: number | null = null;
  const completion = await callModel(ground.model, promptOf(ground, message), (text) => {
    firstTokenMs ??= Math.round(performance.now() - startedAt);
    if (!stream) return;
    const offset = units;
    units += text.length;
    send(response, 'delta', `${turn}:${units}`, { text, offset });
  });
  const total = Math.round(performance.now() - startedAt);
  const timings = { total, first_token: firstTokenMs, tools: 0 };
  const usage = usageOf(completion);
  const llmRequestId = uuidv7();
  await pool.query({
    ...WRITE,
    values: [
      sessionId,
      ground.id,
      !named,
      'token:raw',
      asked,
      message,
      turn,
      completion.text,
      completion.finishReason,
      completion.model,
      JSON.stringify(usage),
      JSON.stringify(timings),
      llmRequestId,
      JSON.stringify([completion.requestId]),
      completion.inputTokens,
      completion.outputTokens,
      total,
    ],
  });
  if (stream) return end(response, turn, completion, usage);
  const answer = JSON.stringify({
    id: turn,
    account: slug,
    agent,
    session_id: sessionId,
    user_message_id: asked,
    message_id: turn,
    response: completion.text,
    status: 'completed',
    finish_reason: completion.finishReason,
    model: completion.model,
    usage,
    cost: { amount: null, currency: 'USD', source: 'unknown' },
    citations: [],
    llm_request_id: llmRequestId,
    created_at: createdAt,
    completed_at: new Date().toISOString(),
    timings_ms: timings,
  });
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(answer) }).end(answer);
}

function begin(
  response: ServerResponse,
  start: { turn: string; asked: string; sessionId: string; agent: string; createdAt: string },
): void {
  const { turn, asked, sessionId, agent, createdAt } = start;
  response.writeHead(200, SSE_HEADERS).write('retry: 3000\n\n');
  send(response, 'start', `${turn}:0`, {
    turn_id: turn,
    session_id: sessionId,
    user_message_id: asked,
    message_id: turn,
    agent,
    created_at: createdAt,
    resumed: false,
  });
}

function end(response: ServerResponse, turn: string, { text, finishReason }: Completion, usage: object): void {
  send(response, 'usage', `${turn}:${text.length}`, { usage, cost: { amount: null, currency: 'USD', source: 'unknown' } });
  send(response, 'done', `${turn}:end`, {
    turn_id: turn,
    message_id: turn,
    status: 'completed',
    finish_reason: finishReason,
    chars: text.length,
    sha256: createHash('sha256').update(text).digest('hex'),
  });
  response.end();
}

function send(response: ServerResponse, event: string, id: string, data: object): void {
  response.write(`event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`);
}

function promptOf({ system_prompt: system, history }: Ground, message: string): object[] {
  const past = (history ?? []).flatMap(({ user, assistant }) => [
    { role: 'user', content: user },
    { role: 'assistant', content: assistant },
  ]);
  return [{ role: 'system', content: system }, ...past, { role: 'user', content: message }];
}

function usageOf({ inputTokens, outputTokens }: Completion) {
  return { input_tokens: inputTokens, output_tokens: outputTokens, total_tokens: inputTokens + outputTokens };
}

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => (text += piece));
    request.on('end', () => resolve(text));
    request.on('error', reject);
  });
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.destroy();
  });
});
server.listen(port, '127.0.0.1');
process.on('SIGTERM', () => process.exit());
