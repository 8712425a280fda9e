import { VALUES_MAX, type ListOverview } from './directory-overview.js';

export interface DirectoryTool {
  readonly name: string;
  readonly description: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What an agent may look into, and how. */
export interface DirectoryReach {
  /** Slugs of the lists that the agent may see; null for all. */
  readonly lists: readonly string[] | null;
  /** Names of the tools that it may use. */
  readonly tools: readonly string[];
  /** Entries that one search may bring; the platform's own bound when it is absent. */
  readonly resultsMax?: number;
}

/** What a model is offered. */
export interface DirectoryOffer {
  /** Empty when there is no directory to look into. */
  readonly tools: readonly DirectoryTool[];
  /** What each directory is for, in words for the model; empty without tools. */
  readonly purposes: string;
}

const RESULTS_MAX = 20;

export const SEARCH_DIRECTORY = 'search_directory';

export const LIST_DIRECTORIES: DirectoryTool = {
  name: 'list_directories',
  description: 'Lists the directories: what each is for, how many entries it has, and by which stored values it can be filtered.',
  parameters: { type: 'object', properties: {}, additionalProperties: false },
};

/** What a model is offered of these lists. */
export function offerOf(lists: readonly ListOverview[], { tools: names, resultsMax }: Omit<DirectoryReach, 'lists'>): DirectoryOffer {
  const tools = lists.length === 0 ? [] : [LIST_DIRECTORIES, searchTool(lists, mostResults(resultsMax))];
  const allowed = tools.filter(({ name }) => names.includes(name));
  return { tools: allowed, purposes: allowed.length === 0 ? '' : lists.map(purposeOf).join('\n') };
}

/** Entries that one search may bring. */
export function mostResults(resultsMax = RESULTS_MAX): number {
  return Math.min(resultsMax, RESULTS_MAX);
}

function purposeOf({ slug, name, entries, schema }: ListOverview): string {
  const { purpose, when_to_use: when, when_not_to_use: whenNot } = schema['x-salient'];
  return [`- ${slug} (${name}, ${entries} entries): ${purpose}`, when, whenNot].filter(Boolean).join(' ');
}

function searchTool(lists: readonly ListOverview[], resultsMax: number): DirectoryTool {
  return {
    name: SEARCH_DIRECTORY,
    description: 'Searches one directory. Cite what you use by its citation number, as in [1].',
    parameters: {
      type: 'object',
      properties: {
        list: { type: 'string', enum: lists.map((list) => list.slug) },
        query: { type: 'string', description: 'Words to look for; leave out to list everything that the filters let through.' },
        match: {
          type: 'string',
          enum: ['text', 'exact', 'substring'],
          description: 'How query is meant: words (default), the whole name, or a piece of text.',
        },
        filters: { type: 'object', properties: filterProperties(lists), additionalProperties: false },
        limit: { type: 'integer', minimum: 1, maximum: resultsMax },
      },
      required: ['list'],
      additionalProperties: false,
    },
  };
}

/** A property for each field that holds something to filter by, with its values while they are few enough to name. */
function filterProperties(lists: readonly ListOverview[]): Record<string, object> {
  const fields = [...new Set(lists.flatMap((list) => Object.keys(list.filters)))];
  return Object.fromEntries(
    fields.map((field) => {
      const holders = lists.filter((list) => list.filters[field]);
      const values = [...new Set(holders.flatMap((list) => list.filters[field] ?? []))];
      const where = `In ${holders.map((list) => list.slug).join(', ')}.`;
      if (holders.every((list) => (list.filters[field] ?? []).length < VALUES_MAX))
        return [field, { type: 'array', items: { type: 'string', enum: values }, description: where }];
      return [
        field,
        {
          type: 'array',
          items: { type: 'string' },
          description: `${where} Among other values: ${values.slice(0, VALUES_MAX).join(', ')}.`,
        },
      ];
    }),
  );
}

/** A list as the model is told of it when it asks. */
export function describeList(list: ListOverview) {
  const { purpose, when_to_use, when_not_to_use, display } = list.schema['x-salient'];
  const { slug, name, entry_type, entries, filters } = list;
  return {
    list: slug,
    name,
    entry_type,
    purpose,
    when_to_use,
    when_not_to_use,
    entries,
    fields: Object.keys(list.schema.properties),
    filters,
    display: display.fields,
  };
}
