import { Injectable } from '@nestjs/common';
import { TenantDb } from '@salient/tenancy';
import { z } from 'zod';
import { DirectoryOverviews, type ListOverview } from './directory-overview.js';
import { searchDirectory, type FoundEntry } from './directory-search.js';
import { ToolCallRefused } from './directory.errors.js';
import {
  describeList,
  LIST_DIRECTORIES,
  mostResults,
  offerOf,
  SEARCH_DIRECTORY,
  type DirectoryOffer,
  type DirectoryReach,
} from './tool-definitions.js';

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

  async offerFor(reach: DirectoryReach): Promise<DirectoryOffer> {
    return offerOf(await this.visibleLists(reach.lists), reach);
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
