import { withClient } from '@salient/platform';
import { CONNECTION_DEFAULTS, ServerBrokers, type TenancyOptions } from '@salient/tenancy';
import type { BrokerLimits } from '@salient/tenancy/broker';
import { testTenancy } from '@salient/tenancy/testing';
import { setTimeout as wait } from 'node:timers/promises';
import { BrokerOnClock } from './broker-on-clock.js';
import { EventQueue } from './event-queue.js';
import { percentile } from './fleet.js';
import { exponential, seeded, zipf } from './random.js';

const TENANTS = 40;
const SECONDS = 15;
const JOBS_PER_SECOND = 60;
const STATEMENT_MS = 30;
const DIAL_EVERY_MS = 100;
const LIMITS: BrokerLimits = { ...CONNECTION_DEFAULTS, budget: 8, waitersMax: 10_000, waitMs: 60_000 };

interface Job {
  readonly tenant: number;
  readonly at: number;
  heldMs: number;
}

export interface Outcome {
  readonly waitP50Ms: number;
  readonly waitP90Ms: number;
  readonly waitP99Ms: number;
  readonly dials: number;
  readonly stolen: number;
  readonly peak: number;
}

/**
 * The same arrivals on a real PostgreSQL and on the virtual clock. What the world decides (when a job came, how long it held its
 * connection, how long a dial takes) is measured in the real run and given to the other; what the broker decides is compared. Dials are timed beside the load, not before it.
 */
export async function compareWithReality(): Promise<{ readonly real: Outcome; readonly simulated: Outcome; readonly dialMs: number }> {
  const slugs = Array.from({ length: TENANTS }, (_, index) => `t${index}`);
  const tenancy = await testTenancy({ migrations: [], entities: [] }, ...slugs);
  const records = slugs.map((slug) => tenancy.tenants[slug]!);
  const options: TenancyOptions = {
    keyring: tenancy.keyring,
    applicationName: 'simulate',
    entities: [],
    connections: LIMITS as TenancyOptions['connections'],
    handlesMax: 100,
    idleMs: 60_000,
  };
  const brokers = new ServerBrokers(options);
  const broker = brokers.of(records[0]!.address);
  for (const [index, { id, address }] of records.entries())
    broker.openPool(`t${index}`, { address, tenantId: id, applicationName: 'simulate', lane: 'work' });
  const random = seeded(7);
  const popularity = zipf(TENANTS, 1);
  const waits: number[] = [];
  const jobs: Job[] = [];
  const startedAt = performance.now();
  let peak = 0;
  const one = async (tenant: number, ms: number) => {
    const at = performance.now();
    const { client, release } = await broker.acquire(`t${tenant}`);
    const grantedAt = performance.now();
    waits.push(grantedAt - at);
    peak = Math.max(peak, broker.snapshot.lent + broker.snapshot.idle + broker.snapshot.dialing + broker.snapshot.closing);
    await client.query('SELECT pg_sleep($1)', [ms / 1_000]);
    release();
    jobs.push({ tenant, at: at - startedAt, heldMs: performance.now() - grantedAt });
  };
  const isOver = new AbortController();
  const dialing = dialTimes(records[0]!.address, isOver.signal);
  const running: Promise<void>[] = [];
  for (let at = performance.now() - startedAt; at < SECONDS * 1_000; at += exponential(random, 1_000 / JOBS_PER_SECOND)) {
    await wait(Math.max(0, startedAt + at - performance.now()));
    running.push(one(popularity.pick(random), exponential(random, STATEMENT_MS)));
  }
  await Promise.all(running);
  isOver.abort();
  const dials = await dialing;
  const { dialed, stolen } = broker.totals;
  const real = { ...waitsOf(waits), dials: dialed, stolen, peak };
  await brokers.close();
  await tenancy.close();
  return { real, simulated: simulate(jobs, dials), dialMs: percentile(dials, 0.5) };
}

function simulate(jobs: readonly Job[], dials: readonly number[]): Outcome {
  const random = seeded(9);
  const dialMs = () => dials[Math.floor(random() * dials.length)]!;
  const clock = { now: 0 };
  const events = new EventQueue();
  const waits: number[] = [];
  let peak = 0;
  const broker: BrokerOnClock = new BrokerOnClock(LIMITS, seeded(8), clock, events, { dialMs, closeMs: () => 1 }, () => {
    peak = Math.max(peak, broker.open);
  });
  for (const { tenant, at, heldMs } of jobs) {
    events.add(at, () =>
      broker.acquire(
        `t${tenant}`,
        (waitedMs, release) => {
          waits.push(waitedMs);
          events.add(clock.now + heldMs, release);
        },
        (reason) => {
          throw new Error(reason);
        },
      ),
    );
  }
  const lastAt = Math.max(...jobs.map(({ at }) => at)) + 60_000;
  for (let event = events.next(); event && event.at < lastAt; event = events.next()) {
    clock.now = event.at;
    event.run();
  }
  return { ...waitsOf(waits), dials: broker.totals.dialed, stolen: broker.totals.stolen, peak };
}

function waitsOf(waits: readonly number[]) {
  const ascending = waits.toSorted((left, right) => left - right);
  return { waitP50Ms: percentile(ascending, 0.5), waitP90Ms: percentile(ascending, 0.9), waitP99Ms: percentile(ascending, 0.99) };
}

/** Dials with the question whose database it is, as the broker makes them, in milliseconds, ascending. */
async function dialTimes(address: Parameters<typeof withClient>[0], isOver: AbortSignal): Promise<number[]> {
  const times: number[] = [];
  while (!isOver.aborted) {
    const from = performance.now();
    await withClient(address, async (client) => {
      await client.query('SELECT tenant_id FROM tenant_identity');
      times.push(performance.now() - from);
    });
    await wait(DIAL_EVERY_MS);
  }
  return times.sort((left, right) => left - right);
}
