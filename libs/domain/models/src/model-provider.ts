/** A message of the prompt, in the order of the conversation. */
export type ModelMessage =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls?: readonly ModelToolCall[] }
  | { readonly role: 'tool'; readonly toolCallId: string; readonly content: string };

/** The model asks for a tool. `arguments` is the JSON text as the model wrote it, so it may be invalid. */
export interface ModelToolCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

/** A tool on offer; `parameters` is a JSON Schema of an object. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface ModelRequest {
  /** The provider's name of the model; null lets the provider choose its default. */
  readonly model: string | null;
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ModelTool[];
  readonly maxOutputTokens?: number | null;
  readonly temperature?: number | null;
}

export interface ModelUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** `stop`: the answer is whole; `length`: cut at the output limit; `tool_calls`: the model waits for tools. */
export type ModelFinishReason = 'stop' | 'length' | 'tool_calls' | 'content_filter';

export interface ModelFinish {
  readonly reason: ModelFinishReason;
  /** The model that really answered. */
  readonly model: string;
  /** Null when the provider did not tell. */
  readonly usage: ModelUsage | null;
  /** What the provider says it charges, a decimal number of USD; null when it does not say. */
  readonly costUsd: string | null;
  readonly providerRequestId: string | null;
}

/** A piece of an answer: text as it comes, then the tools that the model asks for. */
export type ModelPart = { readonly type: 'text'; readonly text: string } | { readonly type: 'tool_call'; readonly call: ModelToolCall };

/** Takes a piece at once. What it throws ends the call, and is what the call fails with. */
export type TakePart = (part: ModelPart) => void;

/**
 * One way of reaching a model. A call is always streamed: text and tool calls as they come, then how it ended. An answer
 * that ends without a finish reason is a failure, not a short answer.
 *
 * Pieces are handed over by a plain call: an async generator in each layer costs more than all that is done with a piece.
 */
export interface ModelProvider {
  /** `openrouter`, `openai-compatible` or `directory`. */
  readonly name: string;
  /** Whether a language model answers; the directory responder is none, and its turns cost nothing. */
  readonly isLanguageModel: boolean;
  /**
   * Resolves with how the answer ended, when every piece of it has been taken.
   *
   * @param signal aborts the call at the provider too
   * @throws ModelProviderError with a code that says what a caller may do; the provider's own text stays in `cause`
   */
  answer(request: ModelRequest, take: TakePart, signal: AbortSignal): Promise<ModelFinish>;
}
