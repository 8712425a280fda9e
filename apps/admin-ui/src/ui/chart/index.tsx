import { lazy, Suspense } from 'react';
import { Skeleton } from '../page.js';

export interface ChartPoint {
  /** When the hour or day begins, in UTC. */
  readonly time: string;
  /** By the series' id; null where there is none. */
  readonly values: Readonly<Record<string, number | null>>;
}

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  /** Which of the five colours; by the place in the list when left out. */
  readonly colour?: 0 | 1 | 2 | 3 | 4;
  readonly stacked?: boolean;
}

export interface TimeChartProps {
  readonly points: readonly ChartPoint[];
  readonly series: readonly ChartSeries[];
  readonly kind?: 'bars' | 'lines' | 'area';
  /** In CSS pixels. */
  readonly height?: number;
  readonly formatTime: (time: string) => string;
  readonly formatValue: (value: number) => string;
}

const Drawing = lazy(() => import('./time-chart.js'));

/** A chart over time. Who does not see it gets its numbers as a table. */
export function TimeChart({ label, ...chart }: TimeChartProps & { readonly label: string }) {
  const { points, series, formatTime, formatValue, height = 220 } = chart;
  return (
    <figure style={{ margin: 0 }}>
      <div aria-hidden="true" style={{ minHeight: height }}>
        <Suspense fallback={<Skeleton height={height} />}>
          <Drawing {...chart} />
        </Suspense>
      </div>
      {series.length > 1 && (
        <div className="row small quiet" aria-hidden="true">
          {series.map(({ id, label: name, colour }, index) => (
            <span key={id} className="row" style={{ gap: 6 }}>
              <span style={{ width: 10, height: 10, borderRadius: 3, background: `var(--chart-${(colour ?? index % 5) + 1})` }} />
              {name}
            </span>
          ))}
        </div>
      )}
      <div className="visually-hidden">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              {series.map(({ id, label: name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map(({ time, values }) => (
              <tr key={time}>
                <th scope="row">{formatTime(time)}</th>
                {series.map(({ id }) => (
                  <td key={id}>{values[id] == null ? '' : formatValue(values[id])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
