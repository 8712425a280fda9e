import type { UsageNumbers, UsageRow } from '@salient/contracts/admin';
import type { UsageLine, UsageSums } from '@salient/domain/conversations';

export function numbersView(sums: UsageSums): UsageNumbers {
  return {
    turns: sums.turns,
    failed: sums.failed,
    input_tokens: sums.input_tokens,
    output_tokens: sums.output_tokens,
    total_tokens: sums.input_tokens + sums.output_tokens,
    cost: {
      amount: sums.cost_amount,
      provider: sums.cost_provider,
      estimated: sums.cost_estimated,
      unknown_turns: sums.unknown_turns,
      currency: 'USD',
    },
    latency_ms: percentiles(sums.latency_p50, sums.latency_p95),
    first_token_ms: percentiles(sums.first_token_p50, sums.first_token_p95),
  };
}

/** @param labels what people call the groups; null when the report is not grouped */
export function rowView(line: UsageLine, labels: ReadonlyMap<string | null, string> | null): UsageRow {
  const { bucket, group_id: id } = line;
  return { start: bucket!.toISOString(), group: labels && { id, label: labels.get(id) ?? id }, ...numbersView(line) };
}

const CSV_HEADER =
  'start,group_id,group_label,turns,failed,input_tokens,output_tokens,cost_usd,cost_provider_usd,cost_estimated_usd,cost_unknown_turns,' +
  'latency_p50_ms,latency_p95_ms,first_token_p50_ms,first_token_p95_ms';

/** The lines of a report as CSV, its header first. */
export function* csvLines(rows: readonly UsageRow[]): Generator<string> {
  yield CSV_HEADER;
  for (const { start, group, turns, failed, input_tokens, output_tokens, cost, latency_ms, first_token_ms } of rows) {
    const names = [group?.id, group?.label].map((name) => csvText(name ?? ''));
    const times = [latency_ms?.p50, latency_ms?.p95, first_token_ms?.p50, first_token_ms?.p95].map((time) => time ?? '');
    const money = [cost.amount, cost.provider, cost.estimated, cost.unknown_turns];
    yield [start, ...names, turns, failed, input_tokens, output_tokens, ...money, ...times].join(',');
  }
}

/** Quoted where RFC 4180 wants it, and never a formula to a spreadsheet (https://owasp.org/www-community/attacks/CSV_Injection). */
function csvText(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function percentiles(p50: number | null, p95: number | null): UsageNumbers['latency_ms'] {
  return p50 === null || p95 === null ? null : { p50, p95 };
}
