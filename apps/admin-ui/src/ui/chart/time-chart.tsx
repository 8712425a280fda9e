import { Area, Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { TimeChartProps } from './index.js';

const AXIS = { stroke: 'var(--line)', tick: { fill: 'var(--text-quiet)', fontSize: 12 }, tickLine: false } as const;
const COLOURS = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)', 'var(--chart-5)'];

/** The drawing itself; loaded only where a chart is shown. */
export default function TimeChart({ points, series, kind = 'bars', height = 220, formatTime, formatValue }: TimeChartProps) {
  const data = points.map(({ time, values }) => ({ time, ...values }));
  // Of nothing but zeros the axis would make up a scale.
  const isFlat = points.every(({ values }) => series.every(({ id }) => !values[id]));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="time" tickFormatter={formatTime} minTickGap={32} {...AXIS} />
        <YAxis
          {...(isFlat ? { ticks: [0], domain: [0, 1] } : {})}
          tickFormatter={formatValue}
          width={56}
          axisLine={false}
          allowDecimals
          {...AXIS}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--hover)', stroke: 'var(--line)' }}
          contentStyle={{ background: 'var(--surface-raised)', border: '1px solid var(--line)', borderRadius: 8, color: 'var(--text)' }}
          itemStyle={{ color: 'var(--text)' }} // a series' own colour is too light for words
          labelFormatter={(time) => formatTime(String(time))}
          formatter={(value, name) => [formatValue(Number(value)), series.find(({ id }) => id === name)?.label ?? String(name)]}
        />
        {series.map(({ id, colour = COLOURS.length, stacked }, index) => {
          const paint = COLOURS[(colour === COLOURS.length ? index : colour) % COLOURS.length]!;
          if (kind === 'bars')
            return (
              <Bar
                key={id}
                dataKey={id}
                fill={paint}
                isAnimationActive={false}
                maxBarSize={28}
                {...(stacked ? { stackId: 'all' } : { radius: [3, 3, 0, 0] as [number, number, number, number] })}
              />
            );
          if (kind === 'area')
            return (
              <Area
                key={id}
                dataKey={id}
                stroke={paint}
                fill={paint}
                fillOpacity={0.15}
                strokeWidth={2}
                dot={false}
                isAnimationActive={false}
              />
            );
          return <Line key={id} dataKey={id} stroke={paint} strokeWidth={2} dot={false} isAnimationActive={false} connectNulls />;
        })}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
