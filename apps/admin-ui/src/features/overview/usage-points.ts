import type { UsageReport } from '@salient/contracts/admin';
import type { ChartPoint } from '../../ui/index.js';

const DAY_MS = 86_400_000;

/** A point for each day of the report, those without turns included: a chart that leaves them out lies about time. */
export function dailyPoints({ start, end, data }: UsageReport): ChartPoint[] {
  const byDay = new Map(data.map((row) => [row.start.slice(0, 10), row]));
  const points: ChartPoint[] = [];
  const last = Date.parse(end);
  for (let time = Date.parse(`${start.slice(0, 10)}T00:00:00Z`); time < last; time += DAY_MS) {
    const day = new Date(time).toISOString();
    const row = byDay.get(day.slice(0, 10));
    points.push({
      time: day,
      values: {
        turns: row ? row.turns - row.failed : 0,
        failed: row?.failed ?? 0,
        cost: Number(row?.cost.amount ?? 0),
        p50: row?.latency_ms?.p50 ?? null,
        p95: row?.latency_ms?.p95 ?? null,
      },
    });
  }
  return points;
}
