import type { BrokerLimits } from '@salient/tenancy/broker';
import { BrokerOnClock, type Network } from './broker-on-clock.js';
import { EventQueue } from './event-queue.js';
import { exponential, seeded, zipf } from './random.js';
import { routeBy, type Routing } from './routing.js';

/** How turns arrive: who comes, and whether in waves. */
export interface ArrivalLaw {
  readonly name: string;
  /** 0: every account is as busy as any other; 1: the second half as busy as the first, the third a third, and so on. */
  readonly exponent: number;
  /** Each account is awake for this part of every minute, and has all its turns then. */
  readonly awakeShare: number;
}

export interface FleetOptions {
  readonly pods: number;
  readonly servers: number;
  readonly tenants: number;
  readonly turnsPerSecond: number;
  readonly law: ArrivalLaw;
  readonly routing: Routing;
  /** Of one pod to one server. */
  readonly limits: BrokerLimits;
  /** How long a statement keeps its connection, on average. */
  readonly statementMs: number;
  /** How long the model talks, on average; the text is stored once a second. */
  readonly modelMs: number;
  readonly network: Network;
  /** Virtual time before anything is counted, and while it is. */
  readonly warmUpMs: number;
  readonly countedMs: number;
  readonly seed: number;
}

export interface FleetResult {
  readonly turns: number;
  readonly refusedTurns: number;
  /** Of these, the ones of any account but the busiest. */
  readonly refusedOthers: number;
  /** Connections of all pods to one server: the mean over servers and time, and the most of any server at any instant. */
  readonly connectionsMean: number;
  readonly connectionsPeak: number;
  /** Waits for a connection in milliseconds, a dial included. */
  readonly waitP50Ms: number;
  readonly waitP99Ms: number;
  readonly dialsPerTurn: number;
  readonly stolenPerTurn: number;
  /** Different accounts that the mean pod served while it was counted. */
  readonly tenantsPerPod: number;
}

const CHECKPOINT_MS = 1_000;
const WAVE_MS = 60_000;

/** Pods, servers, accounts and their turns on a virtual clock; each pod shares connections by the code that runs in production. */
export function simulateFleet(options: FleetOptions): FleetResult {
  const { pods, servers, tenants, law, network, warmUpMs, countedMs } = options;
  const random = seeded(options.seed);
  const clock = { now: 0 };
  const events = new EventQueue();
  const route = routeBy(options.routing, pods, random);
  const popularity = zipf(tenants, law.exponent);
  const running = new Array<number>(pods).fill(0);
  const seen = Array.from({ length: pods }, () => new Set<number>());
  const open = new Array<number>(servers).fill(0);
  const waits: number[] = [];
  let [connectionMs, connections, changedAt, peak, turns, refusedTurns, refusedOthers] = [0, 0, 0, 0, 0, 0, 0];
  const isCounted = () => clock.now >= warmUpMs;
  const note = () => {
    connectionMs += isCounted() ? connections * (clock.now - Math.max(changedAt, warmUpMs)) : 0;
    changedAt = clock.now;
  };
  const brokers = new Map<number, BrokerOnClock>();
  const brokerOf = (pod: number, server: number) => {
    const key = pod * servers + server;
    const known = brokers.get(key);
    if (known) return known;
    const made = new BrokerOnClock(options.limits, random, clock, events, network, (change) => {
      note();
      connections += change;
      open[server]! += change;
      if (isCounted()) peak = Math.max(peak, open[server]!);
    });
    brokers.set(key, made);
    return made;
  };

  /** Waits for a connection, keeps it for a statement, and goes on. */
  const statement = (pod: number, tenant: number, then: () => void, refused: () => void) => {
    brokerOf(pod, tenant % servers).acquire(
      `t${tenant}`,
      (waitedMs, release) => {
        if (isCounted()) waits.push(waitedMs);
        events.add(clock.now + exponential(random, options.statementMs), () => {
          release();
          then();
        });
      },
      refused,
    );
  };
  const turn = () => {
    const tenant = whoIsAwake(popularity, law, clock.now, random);
    const pod = route(tenant, running);
    const end = (isRefused: boolean) => {
      running[pod]! -= 1;
      if (!isRefused || !isCounted()) return;
      refusedTurns += 1;
      if (tenant > 0) refusedOthers += 1;
    };
    running[pod]! += 1;
    if (isCounted()) {
      turns += 1;
      seen[pod]!.add(tenant);
    }
    const talk = (restMs: number) => {
      if (restMs <= 0)
        return statement(
          pod,
          tenant,
          () => end(false),
          () => end(true),
        );
      const step = Math.min(CHECKPOINT_MS, restMs);
      const next = () => talk(restMs - step);
      events.add(clock.now + step, step < CHECKPOINT_MS ? next : () => statement(pod, tenant, next, next));
    };
    statement(
      pod,
      tenant,
      () => talk(exponential(random, options.modelMs)),
      () => end(true),
    );
  };
  const endAt = warmUpMs + countedMs;
  const arrive = () => {
    turn();
    const at = clock.now + exponential(random, 1_000 / options.turnsPerSecond);
    if (at < endAt) events.add(at, arrive);
  };
  events.add(0, arrive);
  let before = { dialed: 0, stolen: 0 };
  const totals = () => {
    const sum = { dialed: 0, stolen: 0 };
    for (const { totals: one } of brokers.values()) {
      sum.dialed += one.dialed;
      sum.stolen += one.stolen;
    }
    return sum;
  };
  events.add(warmUpMs, () => (before = totals()));
  for (let event = events.next(); event && event.at < endAt; event = events.next()) {
    clock.now = event.at;
    event.run();
  }
  clock.now = endAt;
  note();
  const after = totals();
  waits.sort((left, right) => left - right);
  return {
    turns,
    refusedTurns,
    refusedOthers,
    connectionsMean: connectionMs / countedMs / servers,
    connectionsPeak: peak,
    waitP50Ms: percentile(waits, 0.5),
    waitP99Ms: percentile(waits, 0.99),
    dialsPerTurn: (after.dialed - before.dialed) / turns,
    stolenPerTurn: (after.stolen - before.stolen) / turns,
    tenantsPerPod: seen.reduce((sum, { size }) => sum + size, 0) / pods,
  };
}

function whoIsAwake(popularity: ReturnType<typeof zipf>, { awakeShare }: ArrivalLaw, now: number, random: () => number): number {
  for (;;) {
    const tenant = popularity.pick(random);
    const phase = (now / WAVE_MS + tenant * 0.618_034) % 1; // the golden ratio spreads their waves evenly
    if (phase < awakeShare) return tenant;
  }
}

export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? 0;
}
