import { Injectable } from '@nestjs/common';
import { TenantDb } from '@salient/tenancy';
import { z } from 'zod';
import { DirectoryOverviews, VALUES_MAX, type ListOverview } from './directory-overview.js';
import { searchDirectory, type FoundEntry } from './directory-search.js';
import { ToolCallRefused } from './directory.errors.js';

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

export interface ToolContext extends DirectoryReach {
  /** Gives an entry its citation number in this turn. */
  readonly cite: (entry: { list: string; entryId: string; entryVersion: number; title: string }) => number;
}

export interface ToolResult {
  /** JSON for the model. */
  readonly content: string;
  readonly resultCount: number | null;
  /** What the visitor reads while it happens. */
  readonly label: string;
}

const RESULTS_DEFAULT = 8;
const RESULTS_MAX = 20;

const SearchArguments = z.strictObject({
  list: z.string(),
  query: z.string().max(500).optional(),
  filters: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()]))]))
    .optional(),
  match: z.enum(['text', 'exact', 'substring']).optional(),
  limit: z.number().int().optional(),
});

/** The tools by which a model reads an account's directories. Their schemas say what is really stored. */
@Injectable()
export class DirectoryTools {
  private readonly overviews = new DirectoryOverviews();

  constructor(private readonly db: TenantDb) {}

  async offerFor({ lists: slugs, tools: names, resultsMax }: DirectoryReach): Promise<DirectoryOffer> {
    const lists = await this.visibleLists(slugs);
    const tools = lists.length === 0 ? [] : [LIST_DIRECTORIES, searchTool(lists, mostResults(resultsMax))];
    const allowed = tools.filter(({ name }) => names.includes(name));
    return { tools: allowed, purposes: allowed.length === 0 ? '' : lists.map(purposeOf).join('\n') };
  }

  /** What a visitor reads when a tool begins. */
  labelOf(name: string): string {
    return name === LIST_DIRECTORIES.name ? 'Looking at the directories' : 'Searching the directories';
  }

  /** @throws ToolCallRefused with a message for the model when the call makes no sense */
  async call(name: string, argumentsJson: string, context: ToolContext): Promise<ToolResult> {
    if (!context.tools.includes(name)) throw new ToolCallRefused(`There is no tool "${name}".`);
    const lists = await this.visibleLists(context.lists);
    if (name === LIST_DIRECTORIES.name) return this.listDirectories(lists);
    if (name === SEARCH_DIRECTORY) return this.search(lists, parseArguments(argumentsJson), context);
    throw new ToolCallRefused(`There is no tool "${name}".`);
  }

  private listDirectories(lists: readonly ListOverview[]): ToolResult {
    return {
      content: JSON.stringify({ lists: lists.map(describeList) }),
      resultCount: lists.length,
      label: this.labelOf(LIST_DIRECTORIES.name),
    };
  }

  private async search(lists: readonly ListOverview[], args: z.infer<typeof SearchArguments>, context: ToolContext): Promise<ToolResult> {
    const list = lists.find((one) => one.slug === args.list);
    if (!list) throw new ToolCallRefused(`There is no list "${args.list}". The lists are: ${lists.map((one) => one.slug).join(', ')}.`);
    const { filterable } = list.schema['x-salient'];
    const unknown = Object.keys(args.filters ?? {}).filter((field) => !filterable.includes(field));
    if (unknown.length > 0)
      throw new ToolCallRefused(
        `"${list.slug}" cannot be filtered by ${unknown.join(', ')}, only by ${filterable.join(', ') || 'nothing'}.`,
      );
    const limit = Math.min(Math.max(args.limit ?? RESULTS_DEFAULT, 1), mostResults(context.resultsMax));
    const found = await searchDirectory(this.db, list, { query: args.query, match: args.match, filters: filterTexts(args.filters), limit });
    const results = found.entries.map((entry) => ({ citation: context.cite(citedEntry(list, entry)), ...shownEntry(entry) }));
    const content = JSON.stringify({ list: list.slug, total: found.total, matched: found.matched, results });
    return { content, resultCount: found.total, label: `Searching ${list.name}` };
  }

  private async visibleLists(slugs: readonly string[] | null): Promise<ListOverview[]> {
    const lists = await this.overviews.of(this.db.tenant.id, this.db);
    return slugs === null ? lists : lists.filter((list) => slugs.includes(list.slug));
  }
}

const SEARCH_DIRECTORY = 'search_directory';

const LIST_DIRECTORIES: DirectoryTool = {
  name: 'list_directories',
  description: 'Lists the directories: what each is for, how many entries it has, and by which stored values it can be filtered.',
  parameters: { type: 'object', properties: {}, additionalProperties: false },
};

function mostResults(resultsMax = RESULTS_MAX): number {
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

function describeList(list: ListOverview) {
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

function parseArguments(text: string): z.infer<typeof SearchArguments> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ToolCallRefused('The arguments are not valid JSON.');
  }
  const result = SearchArguments.safeParse(json);
  if (result.success) return result.data;
  throw new ToolCallRefused(
    `The arguments are not valid: ${result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
  );
}

function filterTexts(filters: z.infer<typeof SearchArguments>['filters']): Record<string, string[]> {
  return Object.fromEntries(Object.entries(filters ?? {}).map(([field, values]) => [field, [values].flat().map(String)]));
}

function citedEntry(list: ListOverview, { id, version, name }: FoundEntry) {
  return { list: list.slug, entryId: id, entryVersion: version, title: name };
}

function shownEntry({ name, tags, contact, data }: FoundEntry) {
  return { name, tags, contact, data };
}
