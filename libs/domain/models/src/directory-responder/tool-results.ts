import type { ModelMessage } from '../model-provider.js';

/** A list as the tool `list_directories` describes it. */
export interface DescribedList {
  readonly list: string;
  readonly name: string;
  readonly entry_type: string;
  readonly purpose: string;
  readonly when_to_use: string;
  readonly entries: number;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly fields: readonly string[];
  readonly display: readonly string[];
}

export interface FoundItem {
  readonly citation: number;
  readonly name: string;
  readonly tags: readonly string[];
  readonly contact: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A search with what it has found. */
export interface AnsweredSearch {
  readonly total: number;
  readonly matched: 'all' | 'any';
  readonly results: readonly FoundItem[];
}

/** What the tools have answered since the last question. */
export interface ToolAnswers {
  readonly lists: readonly DescribedList[] | null;
  readonly searches: readonly AnsweredSearch[];
}

/** Reads the tools' results behind the last user message; a tool that failed has answered with nothing. */
export function toolAnswers(messages: readonly ModelMessage[]): ToolAnswers {
  const since = messages.slice(messages.findLastIndex((message) => message.role === 'user') + 1);
  const calls = since.flatMap((message) => (message.role === 'assistant' ? (message.toolCalls ?? []) : []));
  const contents = new Map(since.flatMap((message) => (message.role === 'tool' ? [[message.toolCallId, message.content] as const] : [])));
  const answered = (name: string) =>
    calls.filter((call) => call.name === name).map((call): unknown => JSON.parse(contents.get(call.id) ?? '{}'));
  const listings = answered('list_directories');
  const searches = answered('search_directory');
  return {
    lists: listings.length > 0 ? listings.flatMap((content) => (content as { lists?: DescribedList[] }).lists ?? []) : null,
    searches: searches.map((content) => answeredSearch(content as Partial<AnsweredSearch>)),
  };
}

function answeredSearch(content: Partial<AnsweredSearch>): AnsweredSearch {
  return { total: content.total ?? 0, matched: content.matched ?? 'all', results: content.results ?? [] };
}
