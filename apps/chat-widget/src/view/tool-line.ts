import type { ToolActivity } from '@salient/contracts/chat';
import { fill, type Messages } from '@salient/visitor';
import { h, icon } from './dom.js';

/** What an answer looked up, in words: one line while it happens, and what came of it after. */
export function toolLine(tool: ToolActivity, messages: Messages): HTMLElement {
  return h('li', { class: `tool ${tool.state}` }, icon(tool.state === 'completed' ? 'check' : 'look'), toolWords(tool, messages));
}

export function toolWords({ name, label, state, result_count: count }: ToolActivity, messages: Messages): string {
  if (state === 'failed') return messages.searchFailed;
  if (name === 'list_directories') return messages.looking;
  if (state === 'started') return messages.searching;
  return `${listOf(label, messages)}${count === null ? '' : ` · ${countWords(count, messages)}`}`;
}

function countWords(count: number, { foundNone, foundOne, foundMany }: Messages): string {
  if (count === 0) return foundNone;
  return count === 1 ? foundOne : fill(foundMany, { count });
}

/** The service names the list in English: `Searched Doctors`. */
function listOf(label: string, { searched }: Messages): string {
  const [, list] = /^(?:Searched|Searching) (.+)$/.exec(label) ?? [];
  return list ? fill(searched, { list }) : label;
}
