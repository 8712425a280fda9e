import type { UsageNumbers, UsageReport, UsageRow } from '@salient/contracts/admin';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/index.js';
import type { ChartPoint, ChartSeries } from '../../ui/index.js';

export const groupings = ['none', 'agent', 'token', 'model'] as const;
export type Grouping = (typeof groupings)[number];

export interface UsageFilter {
  readonly start: string;
  readonly bucket: 'hour' | 'day';
  readonly group_by: Exclude<Grouping, 'none'> | undefined;
}

const HOUR_MS = 3_600_000;
const BUCKET_MS = { hour: HOUR_MS, day: 24 * HOUR_MS };
/** A chart tells apart so many groups; the smaller ones are drawn together. */
const SERIES_MAX = 4;
const REST = 'rest';

/** The report since so many days ago, by the hour when it is of no more than two. */
export function usageFilter(days: number, grouping: Grouping, now = Date.now()): UsageFilter {
  const bucket = days <= 2 ? 'hour' : 'day';
  const start = new Date(Math.floor(now / BUCKET_MS[bucket]) * BUCKET_MS[bucket] - (days - 1) * BUCKET_MS.day);
  return { start: start.toISOString(), bucket, group_by: grouping === 'none' ? undefined : grouping };
}

export function useUsageReport(account: string, filter: UsageFilter) {
  return useQuery({
    queryKey: ['usage', account, filter],
    queryFn: ({ signal }) => api.get<UsageReport>(`/accounts/${account}/usage`, { ...filter }, signal),
  });
}

/** Groups by their turns, the most first, with the numbers of the whole period. */
export function groupTotals({ data }: UsageReport): {
  readonly id: string;
  readonly label: string | null;
  readonly turns: number;
  readonly cost: number;
  readonly failed: number;
  readonly tokens: number;
}[] {
  const totals = new Map<string, { id: string; label: string | null; turns: number; cost: number; failed: number; tokens: number }>();
  for (const row of data) {
    const id = groupId(row);
    const total = totals.get(id) ?? { id, label: row.group?.label ?? null, turns: 0, cost: 0, failed: 0, tokens: 0 };
    totals.set(id, {
      ...total,
      turns: total.turns + row.turns,
      failed: total.failed + row.failed,
      tokens: total.tokens + row.total_tokens,
      cost: total.cost + Number(row.cost.amount),
    });
  }
  return [...totals.values()].sort((one, other) => other.turns - one.turns);
}

/** Every hour or day of the report, also those without a turn, with one value for each series. */
export function chartOf(
  report: UsageReport,
  value: (numbers: UsageNumbers) => number,
  words: { readonly all: string; readonly rest: string; readonly none: string },
): { readonly points: ChartPoint[]; readonly series: ChartSeries[] } {
  const groups = report.group_by === null ? [] : groupTotals(report);
  const shown = groups.slice(0, SERIES_MAX);
  const ids = new Set(shown.map(({ id }) => id));
  const series = shown.map(({ id, label }): ChartSeries => ({ id, label: label ?? words.none, stacked: true }));
  if (groups.length > SERIES_MAX) series.push({ id: REST, label: words.rest, stacked: true });
  const all: ChartSeries[] = report.group_by === null ? [{ id: groupIdOfNone, label: words.all }] : series;
  const points = new Map(bucketsOf(report).map((time) => [time, Object.fromEntries(all.map(({ id }) => [id, 0]))]));
  for (const row of report.data) {
    const values = points.get(Date.parse(row.start));
    const id = report.group_by === null || ids.has(groupId(row)) ? groupId(row) : REST;
    if (values) values[id] = (values[id] ?? 0) + value(row);
  }
  return { series: all, points: [...points].map(([time, values]) => ({ time: new Date(time).toISOString(), values })) };
}

const groupIdOfNone = 'all';

function groupId({ group }: UsageRow): string {
  return group === null ? groupIdOfNone : (group.id ?? 'none');
}

function bucketsOf({ start, end, bucket }: UsageReport): number[] {
  const length = BUCKET_MS[bucket];
  const first = Math.floor(Date.parse(start) / length) * length;
  return Array.from({ length: Math.ceil((Date.parse(end) - first) / length) }, (_, index) => first + index * length);
}
