import type { AccountCompatibility } from '@salient/contracts/directory-schemas';
import { Agent } from '@salient/domain/agents';
import type { Sql } from '@salient/platform';
import type { TenantDb } from '@salient/tenancy';
import { isDeepStrictEqual } from 'node:util';
import { IsNull } from 'typeorm';
import { faultsOfData } from '../entry-check.js';
import { overviewsOf, storedLists, type ListOverview, type StoredList } from '../directory-overview.js';
import { dataValidator, type SchemaDocument } from '../schema-document.js';
import { describeList, LIST_DIRECTORIES, offerOf, type DirectoryOffer, type DirectoryTool } from '../tool-definitions.js';

type ListCompatibility = AccountCompatibility['lists'][number];
type AgentCompatibility = AccountCompatibility['agents'][number];

/** Entries of one list that a report looks at. */
const ENTRIES_MAX = 200_000;
const BATCH = 2_000;
const EXAMPLES_MAX = 5;
const FAULTS_PER_EXAMPLE = 5;
const AGENTS_MAX = 100;

/**
 * What would become of the current account's lists of a type under a schema: which entries would be refused, and what
 * models would read. Nothing changes.
 */
export async function accountCompatibility(db: TenantDb, entryType: string, schemaFor: (list: StoredList) => SchemaDocument) {
  const stored = await storedLists(db);
  const concerned = stored.filter((list) => list.entry_type === entryType);
  const moved: StoredList[] = [];
  for (const list of stored)
    moved.push(list.entry_type === entryType ? { ...list, schema: await asListsHoldIt(db, schemaFor(list)) } : list);
  const lists: ListCompatibility[] = [];
  for (const list of concerned) lists.push(await listCompatibility(db, list, moved.find(({ id }) => id === list.id)!.schema));
  const agents = concerned.length === 0 ? [] : await agentCompatibility(db, stored, moved);
  return { account: db.tenant.slug, compatible: lists.every(({ unfit }) => unfit === 0), lists, agents, error: null };
}

/** Lists hold their schema as jsonb, which has an order of its own, and models read the fields in it. */
async function asListsHoldIt(sql: Sql, schema: SchemaDocument): Promise<SchemaDocument> {
  const [row] = await sql.query<{ schema: SchemaDocument }>('SELECT $1::jsonb AS schema', [JSON.stringify(schema)]);
  return row!.schema;
}

async function listCompatibility(sql: Sql, list: StoredList, schema: SchemaDocument): Promise<ListCompatibility> {
  const check = dataValidator(schema);
  const [pinned] = await sql.query<Pick<ListCompatibility, 'schema_version' | 'overlay_version' | 'entries'>>(PINNED, [list.id]);
  const examples: ListCompatibility['examples'] = [];
  let [checked, unfit] = [0, 0];
  for (let last = NO_ID; checked < ENTRIES_MAX;) {
    const rows: CheckedEntry[] = await sql.query<CheckedEntry>(ENTRIES, [list.id, last]);
    for (const { id: entry_id, external_key, name, data } of rows) {
      const errors = faultsOfData(check, data);
      if (errors.length === 0) continue;
      unfit += 1;
      if (examples.length < EXAMPLES_MAX) examples.push({ entry_id, external_key, name, errors: errors.slice(0, FAULTS_PER_EXAMPLE) });
    }
    checked += rows.length;
    if (rows.length < BATCH) break;
    last = rows.at(-1)!.id;
  }
  return { list: list.slug, schema_version: 0, overlay_version: null, entries: checked, ...pinned, checked, unfit, examples };
}

interface CheckedEntry {
  readonly id: string;
  readonly external_key: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

async function agentCompatibility(db: TenantDb, stored: StoredList[], moved: StoredList[]): Promise<AgentCompatibility[]> {
  const [before, after] = [await overviewsOf(db, stored), await overviewsOf(db, moved)];
  const agents = await db.repository(Agent).find({ where: { deletedAt: IsNull() }, order: { slug: 'ASC' }, take: AGENTS_MAX });
  return agents.flatMap((agent) => {
    const [was, becomes] = [before, after].map((overviews) => offerTo(agent, overviews));
    const tools = changedTools(was!.tools, becomes!.tools);
    const prompt = was!.purposes === becomes!.purposes ? null : { before: was!.purposes, after: becomes!.purposes };
    return tools.length === 0 && prompt === null ? [] : [{ agent: agent.slug, prompt, tools }];
  });
}

/** What the agent's model is offered, and with what one of the tools would answer it. */
function offerTo({ lists, tools, limits }: Agent, overviews: readonly ListOverview[]): DirectoryOffer {
  const seen = overviews.filter(({ slug }) => lists === null || lists.includes(slug));
  const offer = offerOf(seen, { tools, resultsMax: limits.tool_results_max });
  const answer = JSON.stringify(seen.map(describeList));
  return {
    ...offer,
    tools: offer.tools.map((tool) =>
      tool.name === LIST_DIRECTORIES.name ? { ...tool, description: `${tool.description}\n${answer}` } : tool,
    ),
  };
}

function changedTools(before: readonly DirectoryTool[], after: readonly DirectoryTool[]): AgentCompatibility['tools'] {
  return [...new Set([...before, ...after].map(({ name }) => name))].flatMap((name) => {
    const [was, becomes] = [before, after].map((tools) => definitionOf(tools.find((tool) => tool.name === name)));
    return isDeepStrictEqual(was, becomes) ? [] : [{ name, before: was ?? null, after: becomes ?? null }];
  });
}

function definitionOf(tool: DirectoryTool | undefined) {
  return tool ? { description: tool.description, parameters: { ...tool.parameters } } : null;
}

const NO_ID = '00000000-0000-0000-0000-000000000000';

const PINNED = `
  SELECT schema_version, overlay_version,
    (SELECT count(*)::int FROM directory_entries entry WHERE entry.list_id = list.id AND entry.status = 'active') AS entries
  FROM directory_lists list WHERE id = $1`;

const ENTRIES = `
  SELECT id, external_key, name, data FROM directory_entries
  WHERE list_id = $1 AND id > $2 AND status = 'active' ORDER BY id LIMIT ${BATCH}`;
