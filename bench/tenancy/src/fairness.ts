import { CONNECTION_DEFAULTS, ServerBrokers, type TenancyOptions, type TenantRecord } from '@salient/tenancy';
import { setTimeout as wait } from 'node:timers/promises';

const OTHERS = 20;
const SECONDS = 10;
/** Not counted: whoever comes first has to dial. */
const WARM_UP_MS = 3_000;
const EVERY_MS = 200;
/** Of the others; the noisy one's keep their connection three times as long, so that it alone asks for more than there is. */
const STATEMENT_MS = 20;
const NOISY_STATEMENT_MS = 60;
const BUDGET = 30;

export interface Fairness {
  /** The 99th percentile of the others' waits for a connection, in milliseconds. */
  readonly aloneP99Ms: number;
  readonly togetherP99Ms: number;
  /** Jain's index of what each got of its fair share: 1 when nobody is short. */
  readonly jain: number;
  readonly refusedOthers: number;
  readonly refusedNoisy: number;
}

/**
 * One account at fifty times the load of twenty others, on real connections. Statements are `pg_sleep`: connections are scarce, not
 * the machine.
 */
export async function fairness(tenants: readonly TenantRecord[], options: TenancyOptions): Promise<Fairness> {
  const alone = await run(tenants, options, false);
  const together = await run(tenants, options, true);
  const shares = [...together.served].map(([slug, served]) =>
    Math.min(1, served / Math.min(together.asked.get(slug)!, together.fairShare)),
  );
  const sum = shares.reduce((total, share) => total + share, 0);
  return {
    aloneP99Ms: alone.p99Ms,
    togetherP99Ms: together.p99Ms,
    jain: sum ** 2 / (shares.length * shares.reduce((total, share) => total + share ** 2, 0)),
    refusedOthers: alone.refusedOthers + together.refusedOthers,
    refusedNoisy: together.refusedNoisy,
  };
}

async function run(tenants: readonly TenantRecord[], options: TenancyOptions, isNoisy: boolean) {
  const limits = { ...CONNECTION_DEFAULTS, budget: BUDGET, ceiling: BUDGET, waitersMax: 50, waitMs: 2_000 };
  const brokers = new ServerBrokers({ ...options, connections: limits });
  const broker = brokers.of(tenants[0]!.address);
  for (const { id, slug, address } of tenants) broker.openPool(slug, { address, tenantId: id, applicationName: 'fairness', lane: 'work' });
  const [asked, served] = [new Map<string, number>(), new Map<string, number>()];
  const waits: number[] = [];
  let [refusedOthers, refusedNoisy] = [0, 0];
  const count = (counts: Map<string, number>, slug: string) => counts.set(slug, (counts.get(slug) ?? 0) + 1);
  const warmAt = performance.now() + WARM_UP_MS;
  const endAt = performance.now() + SECONDS * 1_000;
  const statement = async (slug: string, ms: number) => {
    const from = performance.now();
    count(asked, slug);
    try {
      const { client, release } = await broker.acquire(slug);
      if (slug !== 'acme' && from > warmAt) waits.push(performance.now() - from);
      await client.query('SELECT pg_sleep($1)', [ms / 1_000]);
      release();
      count(served, slug);
    } catch {
      if (slug === 'acme') refusedNoisy += 1;
      else refusedOthers += 1;
    }
  };
  const comeEvery = async (slug: string, ms: number, offset: number) => {
    const running: Promise<void>[] = [];
    for (let at = performance.now() + offset; at < endAt; at += ms) {
      await wait(Math.max(0, at - performance.now()));
      running.push(statement(slug, slug === 'acme' ? NOISY_STATEMENT_MS : STATEMENT_MS));
    }
    await Promise.all(running);
  };
  const others = tenants.slice(1).map(({ slug }, index) => comeEvery(slug, EVERY_MS, (index * EVERY_MS) / OTHERS));
  const noisy = isNoisy ? Array.from({ length: 50 }, (_, index) => comeEvery('acme', EVERY_MS, index * 4)) : [];
  await Promise.all([...others, ...noisy]);
  await brokers.close();
  waits.sort((left, right) => left - right);
  const fairShare = (BUDGET * SECONDS * 1_000) / NOISY_STATEMENT_MS / (OTHERS + 1);
  return { p99Ms: waits[Math.floor(waits.length * 0.99)]!, asked, served, fairShare, refusedOthers, refusedNoisy };
}

export const FAIRNESS_SLUGS = ['acme', ...Array.from({ length: OTHERS }, (_, index) => `other-${index}`)];
