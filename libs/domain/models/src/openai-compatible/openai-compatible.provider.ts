import { setTimeout as wait } from 'node:timers/promises';
import { Agent, type Dispatcher } from 'undici';
import { ProviderFailed } from '../model.errors.js';
import type { ModelEvent, ModelMessage, ModelProvider, ModelRequest } from '../model-provider.js';
import { Completion } from './completion.js';
import { failureOfStream, faultOfError, faultOfStatus, type CallFault } from './http-faults.js';
import { SilenceTimeout } from './silence-timeout.js';
import { readJsonEvents } from './sse-json.js';

export interface OpenAiCompatibleOptions {
  readonly name: string;
  /** Base URL such as `https://api.example.com/v1`; `/chat/completions` is added. */
  readonly baseUrl: string;
  readonly apiKey?: string;
  readonly defaultModel: string;
  /** Fields that only this host understands. */
  readonly extraBody?: Readonly<Record<string, unknown>>;
  readonly extraHeaders?: Readonly<Record<string, string>>;
  readonly timeouts?: Partial<CallTimeouts>;
}

/** In milliseconds. */
export interface CallTimeouts {
  readonly connectMs: number;
  readonly firstByteMs: number;
  /** The longest silence between two pieces of the answer. */
  readonly betweenBytesMs: number;
  /** From the call to the first piece of the answer: a provider that only sends comments is alive, yet no use. */
  readonly firstTokenMs: number;
  /** The longest time between two pieces of the answer, comments not counted. */
  readonly betweenTokensMs: number;
}

const TIMEOUTS: CallTimeouts = {
  connectMs: 5_000,
  firstByteMs: 30_000,
  betweenBytesMs: 30_000,
  firstTokenMs: 60_000,
  betweenTokensMs: 30_000,
};
const RETRIES_MAX = 2;
const RETRY_WAIT_MS_MAX = 2_000;
const EVENT_BYTES_MAX = 1_000_000;
const ANSWER_UNITS_MAX = 10_000_000;
const ERROR_BODY_BYTES_MAX = 10_000;

/** Any endpoint that speaks OpenAI's chat completions: https://platform.openai.com/docs/api-reference/chat */
export class OpenAiCompatibleProvider implements ModelProvider {
  readonly isLanguageModel = true;
  readonly name: string;
  private readonly dispatcher: Dispatcher;
  private readonly endpoint: URL;
  private readonly timeouts: CallTimeouts;

  constructor(private readonly options: OpenAiCompatibleOptions) {
    this.timeouts = { ...TIMEOUTS, ...options.timeouts };
    const { connectMs, firstByteMs, betweenBytesMs } = this.timeouts;
    this.name = options.name;
    this.endpoint = new URL(`${options.baseUrl.replace(/\/+$/, '')}/chat/completions`);
    this.dispatcher = new Agent({
      connections: null, // an answer has one for as long as it lasts, and turns have limits of their own
      connect: { timeout: connectMs },
      headersTimeout: firstByteMs,
      bodyTimeout: betweenBytesMs,
    });
  }

  async *stream(request: ModelRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const silence = new SilenceTimeout(this.timeouts.firstTokenMs, signal);
    try {
      yield* this.answer(request, silence);
    } finally {
      silence.stop();
    }
  }

  private async *answer(request: ModelRequest, silence: SilenceTimeout): AsyncGenerator<ModelEvent> {
    const completion = new Completion(request.model ?? this.options.defaultModel, ANSWER_UNITS_MAX);
    const body = await this.open(request, silence.signal);
    body.on('error', () => undefined); // whoever reads it is told; once nobody does, being cut off is no error
    let isWhole = false;
    try {
      for await (const json of readJsonEvents(body.iterator({ destroyOnReturn: false }), EVENT_BYTES_MAX)) {
        const text = completion.take(json);
        silence.restart(this.timeouts.betweenTokensMs);
        if (text !== '') yield { type: 'text', text };
      }
      isWhole = true;
      yield* completion.end();
    } catch (error) {
      throw silence.signal.aborted ? silence.signal.reason : failureOfStream(error);
    } finally {
      if (isWhole)
        void body.dump(); // only its end is to come: the connection is kept for the next call
      else body.destroy();
    }
  }

  async close(): Promise<void> {
    await this.dispatcher.destroy();
  }

  /** Sends the request until it is answered with a stream; tries again only while nothing has been answered. */
  private async open(request: ModelRequest, signal: AbortSignal): Promise<Dispatcher.ResponseData['body']> {
    for (let attempt = 0; ; attempt++) {
      const result = await this.send(request, signal);
      if (!('error' in result)) return result;
      if (!result.retryable || attempt >= RETRIES_MAX || (result.retryAfterMs ?? 0) > RETRY_WAIT_MS_MAX) throw result.error;
      const backoffMs = result.retryAfterMs ?? 100 * 2 ** attempt * (0.5 + Math.random());
      await wait(backoffMs, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }

  private async send(request: ModelRequest, signal: AbortSignal): Promise<Dispatcher.ResponseData['body'] | CallFault> {
    try {
      const response = await this.dispatcher.request({
        origin: this.endpoint.origin,
        path: this.endpoint.pathname + this.endpoint.search,
        method: 'POST',
        signal,
        headers: this.headers(),
        body: JSON.stringify(this.body(request)),
      });
      if (response.statusCode !== 200)
        return faultOfStatus(response.statusCode, await startOf(response.body), String(response.headers['retry-after'] ?? ''));
      if (String(response.headers['content-type']).startsWith('text/event-stream')) return response.body;
      return {
        error: new ProviderFailed(new Error(`the answer is no event stream: ${await startOf(response.body)}`)),
        retryable: false,
        retryAfterMs: null,
      };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      return faultOfError(error);
    }
  }

  private headers(): Record<string, string> {
    const { apiKey, extraHeaders } = this.options;
    return {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
      ...extraHeaders,
    };
  }

  private body({ model, messages, tools, maxOutputTokens, temperature }: ModelRequest) {
    return {
      model: model ?? this.options.defaultModel,
      messages: messages.map(wireMessage),
      stream: true,
      stream_options: { include_usage: true },
      ...(tools.length > 0 ? { tools: tools.map((tool) => ({ type: 'function', function: tool })), tool_choice: 'auto' } : {}),
      ...(maxOutputTokens === undefined || maxOutputTokens === null ? {} : { max_tokens: maxOutputTokens }),
      ...(temperature === undefined || temperature === null ? {} : { temperature }),
      ...this.options.extraBody,
    };
  }
}

function wireMessage(message: ModelMessage) {
  if (message.role === 'tool') return { role: 'tool', tool_call_id: message.toolCallId, content: message.content };
  if (message.role !== 'assistant' || !message.toolCalls) return { role: message.role, content: message.content };
  const calls = message.toolCalls.map(({ id, name, arguments: text }) => ({ id, type: 'function', function: { name, arguments: text } }));
  return { role: 'assistant', content: message.content || null, tool_calls: calls };
}

/** The start of an error's body: enough for the log, never more than a little memory. */
async function startOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  let text = '';
  try {
    for await (const chunk of body) {
      text += (chunk as Buffer).toString();
      if (text.length > ERROR_BODY_BYTES_MAX) break;
    }
  } catch {
    return text; // the rest was cut: what is there is enough
  }
  return text;
}
