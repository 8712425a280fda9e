import type { ToolActivity } from '@salient/contracts/chat';
import { fill, type Messages } from '@salient/visitor';

/** What one tool does or has done, in words. */
export function toolWords({ name, label, state, result_count: count }: ToolActivity, messages: Messages): string {
  if (state === 'failed') return messages.searchFailed;
  if (name === 'list_directories') return messages.looking;
  if (state === 'started') return messages.searching;
  return `${listOf(label, messages)}${count === null ? '' : ` · ${countWords(count, messages)}`}`;
}

/** What all the tools of an answer have come to. */
export function toolsWords(tools: readonly ToolActivity[], messages: Messages): string {
  const searches = searchesOf(tools);
  if (searches.length < 2) return toolWords((searches[0] ?? tools.at(-1))!, messages);
  const found = searches.reduce((sum, { result_count: count }) => sum + (count ?? 0), 0);
  return `${fill(messages.searchedMany, { count: searches.length })} · ${countWords(found, messages)}`;
}

/** That a list was looked at first says little once it has been searched. */
export function searchesOf(tools: readonly ToolActivity[]): ToolActivity[] {
  return tools.filter(({ name }) => name !== 'list_directories');
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
