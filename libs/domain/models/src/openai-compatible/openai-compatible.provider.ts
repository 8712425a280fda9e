import { Agent, type Dispatcher } from 'undici';
import { ProviderFailed, ProviderTimedOut } from '../model.errors.js';
import type { ModelFinish, ModelMessage, ModelProvider, ModelRequest, TakePart } from '../model-provider.js';
import { Completion } from './completion.js';
import { EventStreamCall, type CallOutcome, type OtherAnswer } from './event-stream-call.js';
import { failureOfStream, faultOfError, faultOfStatus, type CallFault } from './http-faults.js';
import { SilenceTimeout } from './silence-timeout.js';
import { jsonEventReader, StreamFault } from './sse-json.js';

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
  /** The longest time from the end of the answer to that of its stream: what it has cost may still come. */
  readonly afterEndMs: number;
}

const TIMEOUTS: CallTimeouts = {
  connectMs: 5_000,
  firstByteMs: 30_000,
  betweenBytesMs: 30_000,
  firstTokenMs: 60_000,
  betweenTokensMs: 30_000,
  afterEndMs: 5_000,
};
const RETRIES_MAX = 2;
const RETRY_WAIT_MS_MAX = 2_000;
const EVENT_UNITS_MAX = 1_000_000;
const ANSWER_UNITS_MAX = 10_000_000;

/** Any endpoint that speaks OpenAI's chat completions: https://platform.openai.com/docs/api-reference/chat */
export class OpenAiCompatibleProvider implements ModelProvider {
  readonly isLanguageModel = true;
  readonly name: string;
  private readonly dispatcher: Dispatcher;
  private readonly endpoint: URL;
  private readonly timeouts: CallTimeouts;
  private readonly headers: Readonly<Record<string, string>>;

  constructor(private readonly options: OpenAiCompatibleOptions) {
    this.timeouts = { ...TIMEOUTS, ...options.timeouts };
    const { connectMs, firstByteMs, betweenBytesMs } = this.timeouts;
    this.name = options.name;
    this.endpoint = new URL(`${options.baseUrl.replace(/\/+$/, '')}/chat/completions`);
    this.headers = {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(options.apiKey ? { authorization: `Bearer ${options.apiKey}` } : {}),
      ...options.extraHeaders,
    };
    this.dispatcher = new Agent({
      connections: null, // an answer has one for as long as it lasts, and turns have limits of their own
      connect: { timeout: connectMs },
      headersTimeout: firstByteMs,
      bodyTimeout: betweenBytesMs,
    });
  }

  async answer(request: ModelRequest, take: TakePart, signal: AbortSignal): Promise<ModelFinish> {
    const silence = new SilenceTimeout(this.timeouts.firstTokenMs, signal);
    try {
      return await this.persist(request, take, silence);
    } finally {
      silence.stop();
    }
  }

  async close(): Promise<void> {
    await this.dispatcher.destroy();
  }

  /** Sends the request until it is answered with a stream; tries again only while nothing has been answered. */
  private async persist(request: ModelRequest, take: TakePart, silence: SilenceTimeout): Promise<ModelFinish> {
    for (let attempt = 0; ; attempt++) {
      const result = await this.attempt(request, take, silence);
      if ('reason' in result) return result;
      if (!result.retryable || attempt >= RETRIES_MAX || (result.retryAfterMs ?? 0) > RETRY_WAIT_MS_MAX) throw result.error;
      await pause(result.retryAfterMs ?? 100 * 2 ** attempt * (0.5 + Math.random()), silence);
    }
  }

  private async attempt(request: ModelRequest, take: TakePart, silence: SilenceTimeout): Promise<ModelFinish | CallFault> {
    const completion = new Completion(request.model ?? this.options.defaultModel, ANSWER_UNITS_MAX);
    const reader = jsonEventReader(EVENT_UNITS_MAX, (json) => {
      const text = completion.take(json);
      silence.restart(completion.isWhole ? this.timeouts.afterEndMs : this.timeouts.betweenTokensMs);
      if (text !== '') take({ type: 'text', text });
    });
    const call = new EventStreamCall(reader);
    silence.tell((reason) => call.abort(reason));
    try {
      const outcome = await sent(call.send(this.dispatcher, this.exchange(request)), completion);
      if (outcome.kind === 'other') return faultOfAnswer(outcome.answer);
      if (outcome.kind === 'broken' && !outcome.begun) return faultOfError(outcome.error);
      if (outcome.kind === 'broken' && !completion.isWhole) throw failureOfStream(outcome.error);
      const { calls, finish } = completion.end();
      for (const toolCall of calls) take({ type: 'tool_call', call: toolCall });
      return finish;
    } catch (error) {
      throw error instanceof StreamFault ? new ProviderFailed(error) : error;
    }
  }

  private exchange(request: ModelRequest): Dispatcher.DispatchOptions {
    return {
      origin: this.endpoint.origin,
      path: this.endpoint.pathname + this.endpoint.search,
      method: 'POST',
      headers: this.headers,
      body: JSON.stringify(this.body(request)),
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

/** A stream that falls silent behind a whole answer has ended: the answer is not lost for the sake of what it has cost. */
function sent(outcome: Promise<CallOutcome>, completion: Completion): Promise<CallOutcome> {
  return outcome.catch((error: unknown) => {
    if (completion.isWhole && error instanceof ProviderTimedOut) return { kind: 'streamed' };
    throw error;
  });
}

function faultOfAnswer({ status, headers, body }: OtherAnswer): CallFault {
  if (status !== 200) return faultOfStatus(status, body, String(headers['retry-after'] ?? ''));
  return { error: new ProviderFailed(new Error(`the answer is no event stream: ${body}`)), retryable: false, retryAfterMs: null };
}

/** @throws the reason for which the call ends meanwhile */
function pause(ms: number, silence: SilenceTimeout): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    silence.tell((reason) => {
      clearTimeout(timer);
      reject(reason);
    });
  });
}
