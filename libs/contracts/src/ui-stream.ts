import { z } from 'zod';
import { Text } from './primitives.js';

/**
 * What `useChat` of the AI SDK (version 5 and later) sends: https://ai-sdk.dev/docs/ai-sdk-ui/transport. Applications add
 * members of their own to all of it, which are ignored.
 */

const Part = z.looseObject({ type: Text(1, 200) });

export const UiMessage = z.looseObject({
  id: Text(1, 255),
  role: z.enum(['system', 'user', 'assistant']),
  parts: z.array(Part).max(10_000),
});
export type UiMessage = z.infer<typeof UiMessage>;

export const UiChatRequest = z.looseObject({
  /** The chat's id, as the client made it. */
  id: Text(1, 255),
  /** The last one is the new message; what was said before is read from the session. */
  messages: z.array(UiMessage).min(1).max(10_000),
  trigger: z.enum(['submit-message', 'regenerate-message']).default('submit-message'),
  messageId: Text(1, 255).nullish(),
});
export type UiChatRequest = z.infer<typeof UiChatRequest>;
