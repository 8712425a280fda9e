import { z } from 'zod';
import { Text } from './primitives.js';

/**
 * The wire types of the OpenAI-compatible routes: https://platform.openai.com/docs/api-reference/chat. Parameters that are
 * not named here are ignored, because clients send many; those that would change what the caller gets are refused.
 */

const TEXT_CHARACTERS_MAX = 1_000_000;

const TextPart = z.looseObject({
  type: z.literal('text', { error: 'only text is understood here' }),
  text: Text(0, TEXT_CHARACTERS_MAX),
});

/** A text, or a list of texts. Not a union, whose faults would not say which part is wrong. */
const Content = z
  .unknown()
  .meta({ anyOf: [{ type: 'string' }, { type: 'array', items: z.toJSONSchema(TextPart, { io: 'input', unrepresentable: 'any' }) }] })
  .transform((content) => (typeof content === 'string' ? [{ type: 'text', text: content }] : content))
  .pipe(z.array(TextPart))
  .transform((parts) => parts.map(({ text }) => text).join(''));

export const CompletionMessage = z.discriminatedUnion(
  'role',
  [
    z.looseObject({ role: z.enum(['system', 'developer', 'user']), content: Content }),
    z.looseObject({ role: z.literal('assistant'), content: Content.nullish() }),
  ],
  { error: 'must be a message of the role system, developer, user or assistant' },
);
export type CompletionMessage = z.infer<typeof CompletionMessage>;

/** A list that may be given only when it is empty. */
function noneOf(what: string) {
  return z.array(z.unknown()).max(0, `${what} cannot be given: the agent has its own`).nullish();
}

export const CompletionRequest = z.looseObject({
  /** `agent`, `account/agent` or `account--agent`. */
  model: Text(1, 300),
  messages: z.array(CompletionMessage).min(1).max(2_000),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  /** `session_id` continues that session; everything else is stored with the message. */
  metadata: z
    .record(Text(1, 64), Text(0, 512))
    .refine((metadata) => Object.keys(metadata).length <= 16, { error: 'must have at most 16 keys' })
    .nullish(),
  n: z.literal(1, { error: 'one answer at a time is all there is' }).nullish(),
  tools: noneOf('tools'),
  functions: noneOf('functions'),
  logprobs: z.literal(false, { error: 'log probabilities are not available' }).nullish(),
});
export type CompletionRequest = z.infer<typeof CompletionRequest>;

export const CompletionUsage = z.object({
  prompt_tokens: z.number().int(),
  completion_tokens: z.number().int(),
  total_tokens: z.number().int(),
});
export type CompletionUsage = z.infer<typeof CompletionUsage>;

export const FinishReason = z.enum(['stop', 'length', 'content_filter']);
export type FinishReason = z.infer<typeof FinishReason>;

/** What OpenAI's answers have no place for. */
export const CompletionExtension = z.object({
  turn_id: z.string(),
  session_id: z.string(),
  citations: z.array(z.looseObject({ index: z.number().int(), title: z.string() })),
  cost: z.looseObject({ amount: z.string().nullable(), currency: z.string() }).nullable(),
});
export type CompletionExtension = z.infer<typeof CompletionExtension>;

export const Completion = z.object({
  id: z.string(),
  object: z.literal('chat.completion'),
  created: z.number().int(),
  model: z.string(),
  choices: z.array(
    z.object({
      index: z.number().int(),
      message: z.object({ role: z.literal('assistant'), content: z.string(), refusal: z.null() }),
      logprobs: z.null(),
      finish_reason: FinishReason,
    }),
  ),
  usage: CompletionUsage.optional(),
  salient: CompletionExtension,
});
export type Completion = z.infer<typeof Completion>;

export const OpenAiModel = z.object({
  id: z.string(),
  object: z.literal('model'),
  created: z.number().int(),
  owned_by: z.string(),
  name: z.string(),
  description: z.string(),
});
export type OpenAiModel = z.infer<typeof OpenAiModel>;

export const OpenAiModelList = z.object({ object: z.literal('list'), data: z.array(OpenAiModel) });
export type OpenAiModelList = z.infer<typeof OpenAiModelList>;

export const OpenAiError = z.object({
  error: z.object({ message: z.string(), type: z.string(), param: z.string().nullable(), code: z.string() }),
});
export type OpenAiError = z.infer<typeof OpenAiError>;
