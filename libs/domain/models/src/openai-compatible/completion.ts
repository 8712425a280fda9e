import type { ModelEvent, ModelFinish, ModelFinishReason, ModelToolCall, ModelUsage } from '../model-provider.js';
import { Chunk } from './chunk.js';
import { StreamFault } from './sse-json.js';

const FINISH_REASONS: Readonly<Record<string, ModelFinishReason>> = {
  stop: 'stop',
  length: 'length',
  tool_calls: 'tool_calls',
  function_call: 'tool_calls',
  content_filter: 'content_filter',
};

/** Puts the chunks of one completion together. Text goes straight on; tool calls come in fragments and wait for their end. */
export class Completion {
  private readonly toolCalls = new Map<number, { id: string; name: string; arguments: string }>();
  private finishReason: ModelFinishReason | undefined;
  private usage: ModelUsage | null = null;
  private costUsd: string | null = null;
  private requestId: string | null = null;
  private textUnits = 0;

  constructor(
    private model: string,
    private readonly textUnitsMax: number,
  ) {}

  /** @throws StreamFault when the chunk is no chunk, carries an error, or the answer grows beyond every measure */
  take(json: unknown): string {
    const parsed = Chunk.safeParse(json);
    if (!parsed.success) throw new StreamFault('an event is not a chunk of a completion');
    const { error, id, model, usage, choices } = parsed.data;
    if (error) throw new StreamFault('the provider reported an error in the stream', { cause: error });
    this.requestId ??= id ?? null;
    if (model) this.model = model;
    if (usage) this.noteUsage(usage);
    let text = '';
    for (const { delta, finish_reason: reason } of choices ?? []) {
      text += delta?.content ?? '';
      for (const fragment of delta?.tool_calls ?? []) this.noteToolCall(fragment);
      if (reason === 'error') throw new StreamFault('the provider ended the answer with an error');
      if (reason) this.finishReason = FINISH_REASONS[reason] ?? 'stop';
    }
    this.textUnits += text.length;
    if (this.textUnits > this.textUnitsMax) throw new StreamFault('the answer is longer than any should be');
    return text;
  }

  /** What comes after the text: the tool calls and the finish. */
  *end(): Generator<ModelEvent> {
    if (!this.finishReason) throw new StreamFault('the stream ended without a finish reason');
    const calls = [...this.toolCalls].sort(([left], [right]) => left - right);
    for (const [index, call] of calls)
      yield { type: 'tool_call', call: { ...call, id: call.id || `call_${index}` } satisfies ModelToolCall };
    yield this.finish(calls.length > 0 ? 'tool_calls' : this.finishReason);
  }

  private finish(reason: ModelFinishReason): ModelFinish {
    return { type: 'finish', reason, model: this.model, usage: this.usage, costUsd: this.costUsd, providerRequestId: this.requestId };
  }

  private noteUsage({ prompt_tokens: input, completion_tokens: output, cost }: NonNullable<Chunk['usage']>): void {
    this.usage = { inputTokens: input ?? 0, outputTokens: output ?? 0 };
    if (cost !== null && cost !== undefined) this.costUsd = plainDecimal(cost);
  }

  private noteToolCall(fragment: NonNullable<NonNullable<NonNullable<Chunk['choices']>[number]['delta']>['tool_calls']>[number]): void {
    const call = this.toolCalls.get(fragment.index) ?? { id: '', name: '', arguments: '' };
    call.id ||= fragment.id ?? '';
    call.name += fragment.function?.name ?? '';
    call.arguments += fragment.function?.arguments ?? '';
    this.toolCalls.set(fragment.index, call);
    this.textUnits += fragment.function?.arguments?.length ?? 0;
  }
}

/** A number as decimal digits without an exponent; null when it is not a finite amount of at least 0. */
export function plainDecimal(value: number | string): string | null {
  const text = String(value).trim();
  const match = /^(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i.exec(text);
  if (!match) return null;
  const [, whole = '0', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}
