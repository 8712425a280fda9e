import type { Completion, CompletionExtension, CompletionUsage, FinishReason } from '@salient/contracts/openai';
import type { Turn, TurnEnd, TurnHead } from '@salient/domain/chat';
import { modelName } from './model-name.js';

type EndedTurn = Turn & { readonly end: TurnEnd };

/** A whole answer as OpenAI's clients read it. */
export function completion(account: string, turn: EndedTurn): Completion {
  const usage = usageOf(turn.end);
  return {
    ...headOf(account, turn),
    object: 'chat.completion',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: turn.text, refusal: null },
        logprobs: null,
        finish_reason: finishReasonOf(turn.end),
      },
    ],
    ...(usage ? { usage } : {}),
    salient: extensionOf(turn),
  };
}

/** The chunks of a streamed answer. With usage, every chunk but the last says `usage: null`, as OpenAI's do. */
export class CompletionChunks {
  private readonly head: object;

  constructor(
    account: string,
    turn: TurnHead,
    private readonly includeUsage: boolean,
  ) {
    this.head = { ...headOf(account, turn), object: 'chat.completion.chunk', ...(includeUsage ? { usage: null } : {}) };
  }

  start(): object {
    return this.chunk({ role: 'assistant', content: '' }, null);
  }

  delta(text: string): object {
    return this.chunk({ content: text }, null);
  }

  end(turn: EndedTurn): object[] {
    const last = { ...this.chunk({}, finishReasonOf(turn.end)), salient: extensionOf(turn) };
    return this.includeUsage ? [last, { ...this.head, choices: [], usage: usageOf(turn.end) }] : [last];
  }

  private chunk(delta: object, finishReason: FinishReason | null): object {
    return { ...this.head, choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }] };
  }
}

function headOf(account: string, { id, agentSlug, createdAt }: TurnHead) {
  return { id: `chatcmpl-${id}`, created: Math.floor(createdAt.getTime() / 1_000), model: modelName(account, agentSlug) };
}

function extensionOf({ id, sessionId, citations, end }: EndedTurn): CompletionExtension {
  return { turn_id: id, session_id: sessionId, citations: [...citations], cost: end.cost };
}

/** OpenAI has no word for an answer that was stopped: for its clients it has just ended. */
function finishReasonOf({ finishReason }: TurnEnd): FinishReason {
  return finishReason === 'length' || finishReason === 'content_filter' ? finishReason : 'stop';
}

function usageOf({ usage }: TurnEnd): CompletionUsage | null {
  return usage && { prompt_tokens: usage.input_tokens, completion_tokens: usage.output_tokens, total_tokens: usage.total_tokens };
}
