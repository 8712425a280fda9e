import { z } from 'zod';

/** What we read of a `chat.completion.chunk`: https://platform.openai.com/docs/api-reference/chat-streaming */
export const Chunk = z.object({
  id: z.string().optional(),
  model: z.string().optional(),
  error: z.unknown().optional(),
  choices: z
    .array(
      z.object({
        index: z.number().nullish().catch(null),
        delta: z
          .object({
            content: z.string().nullish(),
            tool_calls: z
              .array(
                z.object({
                  index: z.number().int().min(0).max(127).default(0),
                  id: z.string().nullish(),
                  function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  /** What it has cost is no part of the answer: counts that are none are not told, and lose nobody his answer. */
  usage: z
    .object({
      prompt_tokens: z.number().int().nullish(),
      completion_tokens: z.number().int().nullish(),
      cost: z.union([z.number(), z.string()]).nullish(),
    })
    .nullish()
    .catch(null),
});
export type Chunk = z.infer<typeof Chunk>;
