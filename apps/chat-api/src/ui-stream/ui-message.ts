import type { UiMessage } from '@salient/contracts/ui-stream';
import { InvalidRequest } from '@salient/platform';

const MESSAGE_CHARACTERS_MAX = 16_000;

/**
 * The text of the message that is to be answered: the last one.
 *
 * @throws InvalidRequest when it is not the user's, holds a file, or its text is empty or too long
 */
export function textToAnswer(messages: readonly UiMessage[]): string {
  const at = `/messages/${messages.length - 1}`;
  const last = messages.at(-1);
  if (last?.role !== 'user') throw fault(`${at}/role`, 'invalid_value', 'The last message has to be the user’s.');
  if (last.parts.some(({ type }) => type === 'file')) throw fault(`${at}/parts`, 'invalid_value', 'Only text is understood here.');
  const text = last.parts.flatMap((part) => (part.type === 'text' && typeof part['text'] === 'string' ? part['text'] : [])).join('\n');
  const characters = [...text].length;
  if (characters < 1 || characters > MESSAGE_CHARACTERS_MAX)
    throw fault(`${at}/parts`, 'invalid_length', `A message has 1 to ${MESSAGE_CHARACTERS_MAX} characters.`);
  if (!text.isWellFormed() || text.includes('\u0000'))
    throw fault(`${at}/parts`, 'custom', 'The text must not hold a lone surrogate or NUL.');
  return text;
}

function fault(pointer: string, code: string, detail: string): InvalidRequest {
  return new InvalidRequest(detail, [{ pointer, code, detail }]);
}
