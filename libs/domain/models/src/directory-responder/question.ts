import type { ModelMessage } from '../model-provider.js';
import { wordsOf } from './words.js';

/** A question with the earlier ones that it leans on, the newest last. */
export interface Question {
  readonly text: string;
  readonly earlier: readonly string[];
  /** "What about …": the new value takes the place of the earlier one. */
  readonly replaces: boolean;
}

const EARLIER_MAX = 3;
const LEANS = new Set([
  'them',
  'they',
  'their',
  'theirs',
  'those',
  'these',
  'her',
  'hers',
  'his',
  'him',
  'she',
  'he',
  'it',
  'its',
  'also',
  'either',
  'instead',
  'another',
]);
const REPLACES = /^\W*(and|or|what about|how about|what of)\b/i;

/** The last user message and what it leans on: "Which of them also speak French?" means little alone. */
export function questionOf(messages: readonly ModelMessage[]): Question {
  const asked = messages.flatMap((message) => (message.role === 'user' ? [message.content] : []));
  const text = asked.at(-1) ?? '';
  const earlier: string[] = [];
  for (let at = asked.length - 1; at > 0 && earlier.length < EARLIER_MAX && leansBack(asked[at]!); at--) earlier.unshift(asked[at - 1]!);
  return { text, earlier, replaces: REPLACES.test(text) || /\binstead\b/i.test(text) };
}

function leansBack(text: string): boolean {
  const words = wordsOf(text);
  return REPLACES.test(text) || (words.length <= 12 && words.some((word) => LEANS.has(word)));
}
