import 'reflect-metadata';
import { CONNECTION_DEFAULTS } from '@salient/tenancy';
import type { BrokerLimits } from '@salient/tenancy/broker';
import { simulateFleet, type ArrivalLaw, type FleetOptions, type FleetResult } from './fleet.js';
import { zipf } from './random.js';
import { compareWithReality } from './validation.js';

// What these machines cannot run: pods × servers × accounts on a virtual clock, by the broker's own code. Tables for docs/scaling.md.

const LAWS = {
  same: { name: 'all as busy', exponent: 0, awakeShare: 1 },
  zipf: { name: 'Zipf', exponent: 1, awakeShare: 1 },
  waves: { name: 'Zipf, in waves', exponent: 1, awakeShare: 0.1 },
} as const satisfies Record<string, ArrivalLaw>;

/** A server for 400 connections, 20 of them not ours, of which chat has 70 %. */
const SERVER = { maxConnections: 400, reserved: 20, safety: 0.9, share: 0.7 };
const IDLE_HANDLE_MS = 300_000;

function limitsFor(pods: number): BrokerLimits {
  const { maxConnections, reserved, safety, share } = SERVER;
  return { ...CONNECTION_DEFAULTS, budget: Math.max(1, Math.floor(((maxConnections - reserved) * safety * share) / pods)) };
}

function fleet(
  options: Pick<FleetOptions, 'pods' | 'servers' | 'tenants' | 'turnsPerSecond' | 'routing'> & Partial<FleetOptions>,
): FleetResult {
  return simulateFleet({
    law: LAWS.zipf,
    limits: limitsFor(options.pods),
    statementMs: 4,
    modelMs: 4_000,
    network: { dialMs: () => 4, closeMs: () => 1 },
    warmUpMs: 20_000,
    countedMs: 40_000,
    seed: 1,
    ...options,
  });
}

function say(...cells: readonly (string | number)[]): void {
  process.stdout.write(`| ${cells.map((cell) => (typeof cell === 'number' ? rounded(cell) : cell)).join(' | ')} |\n`);
}

function head(title: string, ...columns: readonly string[]): void {
  process.stdout.write(`\n${title}\n\n`);
  say(...columns);
  say(...columns.map(() => '---'));
}

function rounded(value: number): string {
  if (value === 0 || value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

const FIGURES = [
  'connections, mean',
  'at most',
  'wait p50 ms',
  'p99 ms',
  'dials a turn',
  'taken from others a turn',
  'accounts a pod',
  '503',
  '503 of others',
];

function figures({ turns, refusedTurns, refusedOthers, ...result }: FleetResult): (string | number)[] {
  const { connectionsMean, connectionsPeak, waitP50Ms, waitP99Ms, dialsPerTurn, stolenPerTurn, tenantsPerPod } = result;
  const shareOf = (count: number) => `${((100 * count) / turns).toFixed(2)} %`;
  return [
    connectionsMean,
    connectionsPeak,
    waitP50Ms,
    waitP99Ms,
    dialsPerTurn,
    stolenPerTurn,
    tenantsPerPod,
    shareOf(refusedTurns),
    shareOf(refusedOthers),
  ];
}

async function validation(): Promise<void> {
  const { real, simulated, dialMs } = await compareWithReality();
  head(`Real PostgreSQL against the virtual clock (dial ${dialMs.toFixed(1)} ms)`, 'figure', 'real', 'simulated', 'ratio');
  for (const [name, value] of Object.entries(real)) {
    const other = simulated[name as keyof typeof simulated];
    say(name, value, other, other / value);
  }
}

function podsAndRouting(): void {
  head('One server, 2,000 accounts, 200 turns/s', 'pods', 'budget', 'routing', ...FIGURES);
  for (const pods of [2, 4, 8, 16, 32, 64]) {
    for (const routing of ['random', 'affine'] as const) {
      const { budget } = limitsFor(pods);
      say(`${pods}`, `${budget}`, routing, ...figures(fleet({ pods, servers: 1, tenants: 2_000, turnsPerSecond: 200, routing })));
    }
  }
}

function laws(): void {
  head('One server, 16 pods, 2,000 accounts, 200 turns/s', 'arrivals', 'routing', ...FIGURES);
  for (const law of Object.values(LAWS)) {
    for (const routing of ['random', 'affine'] as const)
      say(law.name, routing, ...figures(fleet({ pods: 16, servers: 1, tenants: 2_000, turnsPerSecond: 200, routing, law })));
  }
}

function sizes(): void {
  const columns = ['accounts', 'servers', 'pods', 'turns/s', 'routing', ...FIGURES, 'handles a pod'];
  head('From a thousand accounts to a million', ...columns);
  for (const [tenants, servers, pods, turnsPerSecond] of [
    [1_000, 1, 2, 7],
    [10_000, 2, 3, 70],
    [100_000, 20, 8, 700],
    [1_000_000, 200, 50, 7_000],
  ] as const) {
    for (const routing of ['random', 'affine'] as const) {
      const times = tenants > 100_000 ? { warmUpMs: 12_000, countedMs: 10_000 } : {};
      const result = fleet({ pods, servers, tenants, turnsPerSecond, routing, ...times });
      const handles = handlesPerPod(tenants, pods, turnsPerSecond, routing);
      const size = [tenants, servers, pods, turnsPerSecond].map((count) => count.toLocaleString('en'));
      say(...size, routing, ...figures(result), handles);
    }
  }
}

/** How many accounts a pod has had a turn of in the time that a handle is kept, in the long run: too long to simulate. */
function handlesPerPod(tenants: number, pods: number, turnsPerSecond: number, routing: 'random' | 'affine'): number {
  const { share } = zipf(tenants, LAWS.zipf.exponent);
  let handles = 0;
  for (let tenant = 0; tenant < tenants; tenant++) {
    const turns = (share(tenant) * turnsPerSecond * IDLE_HANDLE_MS) / 1_000;
    handles += routing === 'affine' ? (1 - Math.exp(-turns)) / pods : 1 - Math.exp(-turns / pods);
  }
  return handles;
}

function overload(): void {
  head('One server, 8 pods, 200 accounts; the busiest asks for more than there is', 'statement ms', 'turns/s', 'routing', ...FIGURES);
  for (const statementMs of [4, 20, 80]) {
    for (const routing of ['random', 'affine'] as const)
      say(
        `${statementMs}`,
        '500',
        routing,
        ...figures(fleet({ pods: 8, servers: 1, tenants: 200, turnsPerSecond: 500, routing, statementMs, countedMs: 20_000 })),
      );
  }
}

const parts = { validation, podsAndRouting, laws, overload, sizes };
const wanted = process.argv.slice(2);
for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part();
