import { Inject, Injectable } from '@nestjs/common';
import type { ProblemCode } from '@salient/contracts';
import type { ToolActivity } from '@salient/contracts/chat';
import { DirectoryTools, ToolCallRefused, type DirectoryReach } from '@salient/domain/directory';
import {
  ModelProviderError,
  ModelProviders,
  ProviderFailed,
  type ModelFinish,
  type ModelMessage,
  type ModelPart,
  type ModelRoute,
  type ModelTool,
  type ModelToolCall,
} from '@salient/domain/models';
import { PinoLogger } from 'nestjs-pino';
import { CHAT_OPTIONS, type ChatOptions } from '../chat.options.js';
import { CitationBook } from './citation-book.js';
import { costOf, usageOf } from './cost.js';
import type { LiveTurn } from './live-turn.js';
import { promptOf, type Conversation, type PromptModule } from './prompt.js';
import type { TurnAgent } from './turn-agent.js';
import type { LlmRequestRecord } from './turn-ending.js';
import type { TurnEnd } from './turn.js';

/** Rounds of tool calls in one turn; then the model has to answer with what it has. */
const TOOL_ROUNDS_MAX = 6;
/** Tool calls that one round may ask for; the rest is refused, in words for the model. */
const TOOL_CALLS_PER_ROUND_MAX = 8;
/** UTF-16 units of an answer: far above any real one, so that a provider that never stops cannot fill the memory. */
const ANSWER_UNITS_MAX = 1_000_000;

/** Ends a turn before the model has: not an error of anyone. */
export class TurnInterruption {
  constructor(readonly finishReason: 'stopped' | 'disconnected' | 'suspended') {}
}

/** The turn has taken as long as any may, whoever was slow. */
class TurnTimedOut extends Error {
  override readonly name = 'TurnTimedOut';
}

/** The turn belongs to another worker now, so this one must not write any more. */
export class TurnLost extends Error {
  override readonly name = 'TurnLost';
}

export interface TurnInput {
  readonly agent: TurnAgent;
  readonly conversation: Conversation;
  readonly message: string;
  /** Said in place of an answer, without asking anybody. */
  readonly closedMessage?: string;
}

export interface TurnOutcome {
  readonly end: Omit<TurnEnd, 'completedAt' | 'llmRequestId'>;
  /** Null when no language model was called. */
  readonly request: LlmRequestRecord | null;
}

/** State of one run: what the calls to the model have brought so far. */
interface Run {
  readonly turn: LiveTurn;
  readonly input: TurnInput;
  /** Who may answer, and the calls that were made. */
  readonly route: ModelRoute;
  readonly citations: CitationBook;
  readonly startedAt: number;
  prompt: readonly PromptModule[] | null;
  firstTokenMs: number | null;
  /** How long the model waited for its tools, which run side by side. */
  toolsMs: number;
}

/** Talks to the model and runs its tools until the answer is whole. Holds no database connection while the model talks. */
@Injectable()
export class TurnRunner {
  constructor(
    private readonly providers: ModelProviders,
    private readonly tools: DirectoryTools,
    @Inject(CHAT_OPTIONS) private readonly options: ChatOptions,
    private readonly logger: PinoLogger,
  ) {}

  /** Grows `turn` to its end. Never throws but {@link TurnLost}: what goes wrong becomes the outcome. */
  async run(turn: LiveTurn, input: TurnInput): Promise<TurnOutcome> {
    const run: Run = {
      turn,
      input,
      route: input.closedMessage === undefined ? this.providers.forAgent(input.agent) : this.providers.saying(input.closedMessage),
      citations: new CitationBook(),
      startedAt: performance.now(),
      prompt: null,
      firstTokenMs: null,
      toolsMs: 0,
    };
    const timer = setTimeout(() => turn.interrupt(new TurnTimedOut()), this.options.turnTimeoutMs);
    try {
      const last = await this.converse(run, turn.signal);
      turn.closeText();
      this.cite(run);
      return this.outcome(run, last.reason === 'stop' ? 'completed' : 'incomplete', last.reason);
    } catch (error) {
      turn.closeText();
      return this.interrupted(run, error);
    } finally {
      clearTimeout(timer);
    }
  }

  private async converse(run: Run, signal: AbortSignal): Promise<ModelFinish> {
    const { agent, conversation, message } = run.input;
    const { tools, purposes } = await this.tools.offerFor(reachOf(agent));
    const { messages, modules } = promptOf(agent, purposes, conversation, message);
    run.prompt = modules;
    for (let round = 0; ; round++) {
      const offered = round < TOOL_ROUNDS_MAX ? tools : [];
      const { finish, text, toolCalls } = await this.call(run, messages, offered, signal);
      if (toolCalls.length === 0) return finish;
      if (round >= TOOL_ROUNDS_MAX) throw new ProviderFailed(new Error('the model asks for tools that are not on offer'));
      messages.push({ role: 'assistant', content: text, toolCalls });
      const startedAt = performance.now();
      const results = await Promise.all(toolCalls.map((call, index) => this.callTool(run, call, index)));
      run.toolsMs += elapsedMs(startedAt);
      messages.push(...results);
    }
  }

  /** One streamed call of the model. */
  private async call(run: Run, messages: readonly ModelMessage[], tools: readonly ModelTool[], signal: AbortSignal) {
    const toolCalls: ModelToolCall[] = [];
    const from = run.turn.text.length;
    const { maxOutputTokens, temperature } = run.input.agent;
    const take = (part: ModelPart) => {
      if (part.type === 'text') this.say(run, part.text);
      else toolCalls.push(part.call);
    };
    const finish = await run.route.answer({ messages: [...messages], tools, maxOutputTokens, temperature }, take, signal);
    signal.throwIfAborted();
    return { finish, text: run.turn.text.slice(from), toolCalls };
  }

  private say(run: Run, text: string): void {
    if (text === '') return;
    run.firstTokenMs ??= elapsedMs(run.startedAt);
    run.turn.append(text);
    if (run.turn.text.length > ANSWER_UNITS_MAX) throw new ProviderFailed(new Error('the answer is longer than any answer may be'));
    this.cite(run);
  }

  private cite(run: Run): void {
    for (const citation of run.citations.newIn(run.turn.text)) run.turn.noteCitation(citation);
  }

  /** A tool's failure is told to the model, which may try again or answer without; the visitor sees only that it failed. */
  private async callTool(run: Run, call: ModelToolCall, index: number): Promise<ModelMessage> {
    const startedAt = performance.now();
    const activity: ToolActivity = {
      tool_call_id: call.id,
      name: call.name,
      label: this.tools.labelOf(call.name),
      state: 'started',
      result_count: null,
      duration_ms: null,
    };
    run.turn.noteTool(activity);
    const ended = (change: Partial<ToolActivity>) => run.turn.noteTool({ ...activity, ...change, duration_ms: elapsedMs(startedAt) });
    try {
      if (index >= TOOL_CALLS_PER_ROUND_MAX) throw new ToolCallRefused(`At most ${TOOL_CALLS_PER_ROUND_MAX} tools can be called at once.`);
      const result = await this.tools.call(call.name, call.arguments, {
        ...reachOf(run.input.agent),
        cite: (entry) => run.citations.number(entry),
      });
      ended({ state: 'completed', label: result.label, result_count: result.resultCount });
      return { role: 'tool', toolCallId: call.id, content: result.content };
    } catch (error) {
      ended({ state: 'failed' });
      const told = error instanceof ToolCallRefused ? error.message : 'The directory cannot be searched right now.';
      if (!(error instanceof ToolCallRefused)) this.logger.warn({ err: error, tool: call.name }, 'A tool failed');
      return { role: 'tool', toolCallId: call.id, content: JSON.stringify({ error: told }) };
    }
  }

  private interrupted(run: Run, error: unknown): TurnOutcome {
    const { reason } = run.turn.signal;
    if (reason instanceof TurnLost) throw reason;
    if (reason instanceof TurnInterruption) return this.outcome(run, 'stopped', reason.finishReason);
    const timedOut = reason instanceof TurnTimedOut;
    const failureCode: ProblemCode = timedOut ? 'provider_timeout' : error instanceof ModelProviderError ? error.code : 'internal_error';
    const { cause } = error as Error;
    this.logger.warn(
      { err: failureCode === 'internal_error' ? error : (cause ?? error), turn_id: run.turn.head.id, failure: failureCode },
      'A turn failed',
    );
    return this.outcome(run, 'failed', null, failureCode);
  }

  private outcome(run: Run, status: TurnEnd['status'], finishReason: string | null, failureCode: ProblemCode | null = null): TurnOutcome {
    const { calls, current } = run.route;
    const total = elapsedMs(run.startedAt);
    return {
      end: {
        status,
        finishReason,
        failureCode,
        model: calls.at(-1)?.finish?.model ?? current.model,
        usage: usageOf(calls),
        cost: costOf(run.route, this.providers.prices),
        timings: { total, first_token: run.firstTokenMs, tools: run.toolsMs },
      },
      request: current.provider.isLanguageModel
        ? {
            provider: current.provider.name,
            providerRequestIds: calls.flatMap((call) => call.finish?.providerRequestId ?? []),
            calls: calls.length,
            durationMs: total,
            prompt: run.prompt,
          }
        : null,
    };
  }
}

function reachOf({ lists, tools, limits }: TurnAgent): DirectoryReach {
  return { lists, tools, resultsMax: limits.tool_results_max };
}

function elapsedMs(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}
