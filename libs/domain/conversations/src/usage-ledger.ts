import type { TenantDb } from '@salient/tenancy';
import { AGENT_SLUG, agentIs, STATUS } from './sql-fragments.js';

export interface UsageFilter {
  readonly start: Date;
  readonly end: Date;
  readonly bucket: 'hour' | 'day';
  readonly groupBy: 'agent' | 'token' | 'model' | null;
  readonly agent?: string;
  /** Id of an API token. */
  readonly token?: string;
  /** Slugs of the agents that may be counted; null for all. */
  readonly agents: readonly string[] | null;
  readonly withPreviews: boolean;
}

/** Sums over some turns. Money is a decimal text; percentiles are null when no turn told its time. */
export interface UsageSums {
  readonly turns: number;
  readonly failed: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_provider: string;
  readonly cost_estimated: string;
  readonly cost_amount: string;
  readonly unknown_turns: number;
  readonly latency_p50: number | null;
  readonly latency_p95: number | null;
  readonly first_token_p50: number | null;
  readonly first_token_p95: number | null;
}

export interface UsageLine extends UsageSums {
  /** Null in the line of the totals. */
  readonly bucket: Date | null;
  readonly group_id: string | null;
}

/** Counts what the turns of the current account used, erased conversations included. */
export class UsageLedger {
  constructor(private readonly db: TenantDb) {}

  async read({
    start,
    end,
    bucket,
    groupBy,
    agent,
    token,
    agents,
    withPreviews,
  }: UsageFilter): Promise<{ total: UsageSums; lines: UsageLine[] }> {
    const group = groupBy === null ? 'NULL::text' : GROUPS[groupBy];
    const lines = await this.db.query<UsageLine & { is_total: boolean }>(reportSql(group), [
      start,
      end,
      bucket,
      agent ?? null,
      agents,
      withPreviews,
      token ?? null,
    ]);
    const total = lines.find((line) => line.is_total);
    if (!total) throw new Error('The sum of nothing is a line, too.');
    return { total, lines: lines.filter((line) => !line.is_total) };
  }
}

const GROUPS = {
  agent: AGENT_SLUG,
  token: `substr(turn.principal, length('token:') + 1)`,
  model: 'turn.model',
} as const;

/** A visitor's turn belongs to the token with which the conversation began. Summaries cost money, and are no turns. */
const TURNS = `
  SELECT m.created_at, s.agent_id, m.model, m.usage, m.cost_amount, m.cost_source, m.timings_ms, ${STATUS} AS status,
    CASE WHEN asked.principal LIKE 'token:%' THEN asked.principal WHEN s.principal LIKE 'token:%' THEN s.principal END AS principal,
    coalesce(asked.metadata ? 'salient.preview', false) AS preview, true AS is_turn
  FROM messages m JOIN sessions s ON s.id = m.session_id LEFT JOIN messages asked ON asked.id = m.parent_id
  WHERE m.role = 'assistant' AND m.created_at >= $1 AND m.created_at < $2
  UNION ALL
  SELECT created_at, agent_id, model, usage, cost_amount, cost_source, timings_ms, status, principal, preview, true
  FROM erased_turns WHERE created_at >= $1 AND created_at < $2
  UNION ALL
  SELECT r.created_at, s.agent_id, r.model, jsonb_build_object('input_tokens', r.input_tokens, 'output_tokens', r.output_tokens),
    r.cost_amount, r.cost_source, NULL, 'completed',
    CASE WHEN asked.principal LIKE 'token:%' THEN asked.principal WHEN s.principal LIKE 'token:%' THEN s.principal END,
    coalesce(asked.metadata ? 'salient.preview', false), false
  FROM llm_requests r JOIN messages m ON m.id = r.message_id JOIN sessions s ON s.id = m.session_id LEFT JOIN messages asked ON asked.id = m.parent_id
  WHERE r.purpose = 'summary' AND r.created_at >= $1 AND r.created_at < $2`;

function percentile(share: number, timing: string): string {
  return `percentile_disc(${share}) WITHIN GROUP (ORDER BY (turn.timings_ms ->> '${timing}')::int)`;
}

function costOf(condition: string): string {
  return `coalesce(sum(turn.cost_amount) FILTER (WHERE ${condition}), 0)::numeric(20, 8)::text`;
}

const reportSql = (group: string) => `
  SELECT date_trunc($3, turn.created_at, 'UTC') AS bucket, ${group} AS group_id,
    grouping(date_trunc($3, turn.created_at, 'UTC')) = 1 AS is_total,
    count(*) FILTER (WHERE turn.is_turn)::int AS turns, count(*) FILTER (WHERE turn.status = 'failed')::int AS failed,
    coalesce(sum((turn.usage ->> 'input_tokens')::bigint), 0)::float8 AS input_tokens,
    coalesce(sum((turn.usage ->> 'output_tokens')::bigint), 0)::float8 AS output_tokens,
    ${costOf(`turn.cost_source = 'provider'`)} AS cost_provider, ${costOf(`turn.cost_source = 'estimated'`)} AS cost_estimated,
    ${costOf('true')} AS cost_amount, count(*) FILTER (WHERE turn.is_turn AND turn.cost_source = 'unknown')::int AS unknown_turns,
    ${percentile(0.5, 'total')} AS latency_p50, ${percentile(0.95, 'total')} AS latency_p95,
    ${percentile(0.5, 'first_token')} AS first_token_p50, ${percentile(0.95, 'first_token')} AS first_token_p95
  FROM (${TURNS}) turn JOIN agents a ON a.id = turn.agent_id
  WHERE ($4::text IS NULL OR ${agentIs('$4')}) AND ($5::text[] IS NULL OR ${AGENT_SLUG} = ANY ($5)) AND ($6 OR NOT turn.preview)
    AND ($7::text IS NULL OR turn.principal = 'token:' || $7) AND turn.status <> 'running'
  GROUP BY GROUPING SETS ((date_trunc($3, turn.created_at, 'UTC'), ${group}), ())
  ORDER BY bucket, group_id`;
