import type { ModelFinish, ModelFinishReason, ModelToolCall, ModelUsage } from '../model-provider.js';
import { Chunk } from './chunk.js';
import { StreamFault } from './sse-json.js';

const FINISH_REASONS: Readonly<Record<string, ModelFinishReason>> = {
  stop: 'stop',
  length: 'length',
  tool_calls: 'tool_calls',
  function_call: 'tool_calls',
  content_filter: 'content_filter',
};

/** Above these a number is no count of one answer's tokens, and no price. It is taken for not told. */
const TOKENS_MAX = 1_000_000_000;
const COST_USD_MAX = 1_000_000;
const NAME_UNITS_MAX = 256;

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

  /**
   * What comes after the text: the tools that the model asks for, and how it ended.
   *
   * @throws StreamFault when it has not come to an end
   */
  end(): { readonly calls: readonly ModelToolCall[]; readonly finish: ModelFinish } {
    if (!this.finishReason) throw new StreamFault('the stream ended without a finish reason');
    const calls = [...this.toolCalls]
      .sort(([left], [right]) => left - right)
      .map(([index, call]) => ({ ...call, id: nameOf(call.id || `call_${index}`), name: nameOf(call.name) }));
    const reason = calls.length > 0 ? 'tool_calls' : this.finishReason;
    const { usage, costUsd } = this;
    const providerRequestId = this.requestId === null ? null : nameOf(this.requestId);
    return { calls, finish: { reason, model: nameOf(this.model), usage, costUsd, providerRequestId } };
  }

  private noteUsage({ prompt_tokens: input, completion_tokens: output, cost }: NonNullable<Chunk['usage']>): void {
    const counts = [input ?? 0, output ?? 0] as const;
    if (counts.every((count) => count >= 0 && count <= TOKENS_MAX)) this.usage = { inputTokens: counts[0], outputTokens: counts[1] };
    if (cost !== null && cost !== undefined && Number(cost) <= COST_USD_MAX) this.costUsd = plainDecimal(cost);
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

/** What a provider calls something: of a length, and of characters, that can be stored and sent on. */
function nameOf(text: string): string {
  return text.slice(0, NAME_UNITS_MAX).toWellFormed().replaceAll('\u0000', '\ufffd');
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
