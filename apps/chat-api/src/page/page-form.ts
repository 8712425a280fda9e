import { Text } from '@salient/contracts';
import { z } from 'zod';

/** What the page's forms send: a message, or the wish to leave or erase the conversation. */
export const PageForm = z.strictObject({
  /** Forms end their lines with CR and LF (https://html.spec.whatwg.org/#multipart/form-data-encoding-algorithm). */
  message: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(Text(1, 16_000))
    .optional(),
  client_message_id: Text(1, 255).optional(),
  /** Of the conversation that an earlier form has begun. */
  session_token: z.string().optional(),
  action: z.enum(['erase', 'start_over']).optional(),
});
export type PageForm = z.infer<typeof PageForm>;
