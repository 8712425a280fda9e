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
const TOOL_CALLS_MAX = 128;

type ToolCallFragment = NonNullable<NonNullable<NonNullable<Chunk['choices']>[number]['delta']>['tool_calls']>[number];

/** A call as far as its fragments have come. */
interface AssembledCall {
  readonly index: number;
  id: string;
  name: string;
  arguments: string;
}

/** Puts the chunks of one completion together. Text goes straight on; tool calls come in fragments and wait for their end. */
export class Completion {
  /** In the order in which they began. */
  private readonly toolCalls: AssembledCall[] = [];
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
    for (const { index, delta, finish_reason: reason } of choices ?? []) {
      if (index) continue; // one answer was asked for
      text += delta?.content ?? '';
      for (const fragment of delta?.tool_calls ?? []) this.noteToolCall(fragment);
      if (reason === 'error') throw new StreamFault('the provider ended the answer with an error');
      if (reason) this.finishReason = FINISH_REASONS[reason] ?? 'stop';
    }
    this.textUnits += text.length;
    if (this.textUnits > this.textUnitsMax) throw new StreamFault('the answer is longer than any should be');
    return text;
  }

  /** Whether the answer has said how it ended: what may still come is what it has cost. */
  get isWhole(): boolean {
    return this.finishReason !== undefined;
  }

  /**
   * What comes after the text: the tools that the model asks for, and how it ended.
   *
   * @throws StreamFault when it has not come to an end
   */
  end(): { readonly calls: readonly ModelToolCall[]; readonly finish: ModelFinish } {
    if (!this.finishReason) throw new StreamFault('the stream ended without a finish reason');
    const calls = this.toolCalls
      .toSorted((left, right) => left.index - right.index)
      .map(({ index, id, name, arguments: text }) => ({ id: nameOf(id || `call_${index}`), name: nameOf(name), arguments: text }));
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

  /**
   * Some providers give all parallel calls one index, or none: another id with a name of its own is another call. Others give every
   * fragment of one call another id, and the name in the first alone.
   */
  private noteToolCall({ index, id, function: said }: ToolCallFragment): void {
    let call = this.toolCalls.findLast((one) => one.index === index);
    if (!call || (id && call.id && id !== call.id && said?.name)) {
      if (this.toolCalls.length >= TOOL_CALLS_MAX) throw new StreamFault('the provider calls more tools at once than any should');
      this.toolCalls.push((call = { index, id: '', name: '', arguments: '' }));
    }
    call.id ||= id ?? '';
    call.name += said?.name ?? '';
    call.arguments += said?.arguments ?? '';
    this.textUnits += (said?.name?.length ?? 0) + (said?.arguments?.length ?? 0);
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
