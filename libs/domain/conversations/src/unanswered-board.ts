import type { ResolveQuestionRequest } from '@salient/contracts/admin';
import { writeAuditEvent, type AuditEvent, type Sql } from '@salient/platform';
import type { TenantDb } from '@salient/tenancy';
import { EntryNotFound, ListNotFound, QuestionNotFound } from './conversation.errors.js';
import { questionKey } from './question-key.js';
import { DONT_KNOW, UNANSWERED_MAX } from './unanswered-rules.js';
import { AGENT_SLUG, agentIs } from './sql-fragments.js';

export interface UnansweredFilter {
  readonly agent?: string;
  readonly start: Date;
  readonly end: Date;
}

interface UnansweredTurn {
  readonly message_id: string;
  readonly session_id: string;
  readonly agent: string;
  readonly question: string;
  readonly answer: string;
  readonly found_nothing: boolean;
  readonly asked_at: Date;
}

export interface ResolutionRow {
  readonly key: string;
  readonly question: string;
  readonly entry_id: string | null;
  readonly synonym: { readonly list: string; readonly words: string[] } | null;
  readonly resolved_at: Date;
}

/** Questions that come to the same, asked in vain since they were resolved last. */
export interface UnansweredRow {
  readonly key: string;
  readonly question: string;
  /** The newest first. */
  readonly turns: readonly UnansweredTurn[];
  readonly resolvedAt: Date | null;
}

/** What visitors of the current account asked in vain: searches that found nothing, and answers that say so. */
export class UnansweredBoard {
  constructor(private readonly db: TenantDb) {}

  /** What was asked in vain last comes first. Looks at the newest {@link UNANSWERED_MAX} such turns. */
  async list(filter: UnansweredFilter): Promise<UnansweredRow[]> {
    const turns = await this.db.query<UnansweredTurn>(UNANSWERED, [
      filter.start,
      filter.end,
      filter.agent ?? null,
      DONT_KNOW,
      UNANSWERED_MAX,
    ]);
    const groups = Map.groupBy(turns, ({ question }) => questionKey(question));
    const resolved = await this.resolutions([...groups.keys()]);
    return [...groups].flatMap(([key, asked]) => {
      const resolvedAt = resolved.get(key) ?? null;
      const open = resolvedAt ? asked.filter(({ asked_at: at }) => at > resolvedAt) : asked;
      return open[0] ? [{ key, question: open[0].question, turns: open, resolvedAt }] : [];
    });
  }

  /**
   * Notes that a question is taken care of; it comes back when it is asked in vain again. Synonyms become part of their list.
   *
   * @throws QuestionNotFound, EntryNotFound, ListNotFound
   */
  async resolve(
    key: string,
    filter: UnansweredFilter,
    { entry_id: entryId, synonym }: ResolveQuestionRequest,
    { actor, requestId }: Pick<AuditEvent, 'actor' | 'requestId'>,
  ): Promise<ResolutionRow> {
    const open = (await this.list(filter)).find((row) => row.key === key);
    if (!open) throw new QuestionNotFound();
    return this.db.transaction(async (sql) => {
      if (entryId) await requireEntry(sql, entryId);
      if (synonym) await addSynonym(sql, synonym);
      const [row] = await sql.query<ResolutionRow>(RESOLVE, [
        key,
        open.question,
        entryId ?? null,
        synonym ? JSON.stringify(synonym) : null,
        `${actor.kind}:${actor.id}`,
      ]);
      if (!row) throw new Error('The resolution was not written.');
      await writeAuditEvent(sql, {
        tenantId: this.db.tenant.id,
        actor,
        action: 'question.resolved',
        target: { kind: 'question', id: key },
        details: { entry_id: entryId ?? null, synonym: synonym ?? null },
        requestId,
      });
      return row;
    });
  }

  private async resolutions(keys: readonly string[]): Promise<Map<string, Date>> {
    const rows = await this.db.query<ResolutionRow>('SELECT key, resolved_at FROM resolved_questions WHERE key = ANY ($1)', [keys]);
    return new Map(rows.map((row) => [row.key, row.resolved_at]));
  }
}

async function requireEntry(sql: Sql, id: string): Promise<void> {
  const [entry] = await sql.query('SELECT 1 FROM directory_entries WHERE id = $1', [id]);
  if (!entry) throw new EntryNotFound();
}

async function addSynonym(sql: Sql, { list, words }: NonNullable<ResolveQuestionRequest['synonym']>): Promise<void> {
  const [changed] = await sql.query(ADD_SYNONYM, [list, JSON.stringify([words])]);
  if (!changed) throw new ListNotFound(list);
}

const ADD_SYNONYM = `
  UPDATE directory_lists SET updated_at = clock_timestamp(),
    schema = jsonb_set(schema, '{x-salient,synonyms}', coalesce(schema #> '{x-salient,synonyms}', '[]') || $2::jsonb)
  WHERE slug = $1 RETURNING id`;

const RESOLVE = `
  INSERT INTO resolved_questions (key, question, entry_id, synonym, resolved_by) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (key) DO UPDATE SET question = excluded.question, entry_id = excluded.entry_id, synonym = excluded.synonym,
    resolved_by = excluded.resolved_by, resolved_at = clock_timestamp()
  RETURNING key, question, entry_id, synonym, resolved_at`;

/** An answer that cites something is an answer, whatever else it says. */
const UNANSWERED = `
  SELECT m.id AS message_id, m.session_id, ${AGENT_SLUG} AS agent, left(asked.content, 500) AS question, left(m.content, 300) AS answer,
    searched.found_nothing, m.created_at AS asked_at
  FROM messages m JOIN messages asked ON asked.id = m.parent_id JOIN sessions s ON s.id = m.session_id JOIN agents a ON a.id = s.agent_id
  CROSS JOIN LATERAL (
    SELECT coalesce(bool_and((tool ->> 'result_count')::int = 0), false) AS found_nothing
    FROM jsonb_array_elements(m.tools) tool WHERE tool ->> 'name' = 'search_directory' AND tool ->> 'state' = 'completed'
  ) searched
  WHERE m.role = 'assistant' AND m.status = 'completed' AND m.superseded_at IS NULL AND m.created_at >= $1 AND m.created_at < $2
    AND m.citations = '[]' AND (searched.found_nothing OR left(m.content, 2000) ~* $4)
    AND ($3::text IS NULL OR ${agentIs('$3')}) AND NOT asked.metadata ? 'salient.preview'
  ORDER BY m.created_at DESC LIMIT $5`;
