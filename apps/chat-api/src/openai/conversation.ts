import type { CompletionMessage } from '@salient/contracts/openai';
import type { GivenConversation } from '@salient/domain/chat';
import { InvalidRequest } from '@salient/platform';

const MESSAGE_CHARACTERS_MAX = 16_000;
const INSTRUCTIONS_CHARACTERS_MAX = 16_000;

/** What a list of messages asks for. */
export interface Conversation {
  readonly message: string;
  readonly given: GivenConversation;
}

/**
 * The last message is the new one, those before it are what was said; system and developer messages, wherever they stand,
 * are the caller's instructions.
 *
 * @throws InvalidRequest when the last message is not the user's, or a text is too long
 */
export function conversationOf(messages: readonly CompletionMessage[]): Conversation {
  const instructions = messages.flatMap(({ role, content }) => (role === 'system' || role === 'developer' ? (content ?? []) : []));
  const spoken = messages.flatMap(({ role, content }, index) =>
    role === 'user' || role === 'assistant' ? [{ role, content: content ?? '', index }] : [],
  );
  const last = spoken.pop();
  if (last?.role !== 'user') throw fault('/messages', 'invalid_value', 'The last message has to be the user’s.');
  const pointer = `/messages/${last.index}/content`;
  if (last.content === '') throw fault(pointer, 'too_small', 'The last message is empty.');
  if ([...last.content].length > MESSAGE_CHARACTERS_MAX)
    throw fault(pointer, 'too_big', `A message has at most ${MESSAGE_CHARACTERS_MAX} characters.`);
  if (instructions.join('').length > INSTRUCTIONS_CHARACTERS_MAX)
    throw fault('/messages', 'too_big', `System messages have at most ${INSTRUCTIONS_CHARACTERS_MAX} characters together.`);
  return {
    message: last.content,
    given: {
      instructions: instructions.join('\n\n'),
      messages: spoken.filter(({ content }) => content !== '').map(({ role, content }) => ({ role, content })),
    },
  };
}

function fault(pointer: string, code: string, detail: string): InvalidRequest {
  return new InvalidRequest(detail, [{ pointer, code, detail }]);
}
