import fc from 'fast-check';
import { LIMITS, percentile, Simulation, waitsOf, type Job } from './testing/simulation.js';

/** The last tenant is an operator's. */
const job = (tenants: number, spanMs: number): fc.Arbitrary<Job> =>
  fc
    .record({
      tenant: fc.integer({ min: 0, max: tenants - 1 }),
      at: fc.integer({ min: 0, max: spanMs }),
      workMs: fc.integer({ min: 0, max: 60 }),
      dirty: fc.boolean(),
    })
    .map((one) => ({ ...one, tenant: `t${one.tenant}`, lane: one.tenant === tenants - 1 ? 'operator' : 'work' }));

/** A stream of numbers from 0 to 1 for what the network does. */
const chance = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }));

interface Schedule {
  readonly budget: number;
  readonly ceiling: number;
  readonly waitersMax: number;
  readonly reserved: number;
  readonly operatorShare: number;
  readonly dialsMax: number;
  readonly jobs: Job[];
  readonly luck: fc.Stream<number>;
  readonly ends: { readonly tenant: string; readonly at: number }[];
}

const schedule: fc.Arbitrary<Schedule> = fc.record({
  budget: fc.integer({ min: 1, max: 8 }),
  ceiling: fc.integer({ min: 1, max: 6 }),
  waitersMax: fc.integer({ min: 1, max: 12 }),
  reserved: fc.integer({ min: 0, max: 3 }), // also more than there is
  operatorShare: fc.double({ min: 0, max: 1, noNaN: true }),
  dialsMax: fc.integer({ min: 1, max: 4 }),
  jobs: fc.array(job(6, 150), { maxLength: 25 }),
  luck: chance,
  ends: fc.array(fc.record({ tenant: fc.integer({ min: 0, max: 5 }).map((index) => `t${index}`), at: fc.integer({ min: 0, max: 300 }) }), {
    maxLength: 2,
  }),
});

function simulate({ jobs, luck, ends, ...limits }: Schedule, failures: number): Simulation {
  const random = () => luck.next().value as number;
  const simulation = new Simulation({
    limits: {
      ...limits,
      waitMs: 400,
      operatorWaitMs: 800,
      lifetimeMs: 100,
      idleMs: 80,
      protectMs: 40,
    },
    random,
    dialMs: () => 1 + random() * 10,
    closeMs: () => random() * 5,
    dialFault: () => (random() < failures ? (random() < 0.5 ? 'refused' : 'too_many') : null),
  });
  for (const one of jobs) simulation.add(one);
  for (const { tenant, at } of ends) simulation.at(at, () => simulation.core.end(tenant, simulation.now));
  return simulation.run();
}

describe('the connection broker on a virtual clock', () => {
  it('never exceeds its budget, and has every permit back at rest, whatever happens (10,000 schedules)', () => {
    fc.assert(
      fc.property(schedule, (one) => {
        const { peak, operatorPeak, core, outcomes } = simulate(one, 0.2);
        expect(peak).toBeLessThanOrEqual(one.budget);
        expect(operatorPeak).toBeLessThanOrEqual(
          Math.max(1, Math.min(one.reserved, one.budget - 1), Math.floor(one.budget * one.operatorShare)),
        );
        expect(core.snapshot).toMatchObject({ lent: 0, dialing: 0, closing: 0, waiting: 0, limit: one.budget });
        expect(outcomes.filter(Boolean)).toHaveLength(one.jobs.length); // each is granted or refused
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('serves the jobs of one tenant in the order in which they came', () => {
    fc.assert(
      fc.property(schedule, (one) => {
        const { outcomes } = simulate({ ...one, ends: [] }, 0);
        const byTenant = Map.groupBy(
          outcomes.filter(({ grantedAt }) => grantedAt !== null),
          ({ tenant }) => tenant,
        );
        for (const jobs of byTenant.values()) {
          const inOrder = jobs.toSorted((left, right) => left.at - right.at);
          const granted = inOrder.map(({ grantedAt }) => grantedAt!);
          for (const [index, { at }] of inOrder.entries()) {
            const next = inOrder[index + 1];
            if (next && next.at > at) expect(granted[index + 1]).toBeGreaterThanOrEqual(granted[index]!);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('serves every waiter within a bounded number of turns of the others, more tenants than connections', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 6, max: 30 }),
        fc.integer({ min: 1, max: 6 }),
        (budget, tenants, each) => {
          const simulation = new Simulation({ limits: { budget, ceiling: budget, waitMs: 1e9 } });
          for (let index = 0; index < tenants * each; index++) simulation.add({ tenant: `t${index % tenants}`, at: 0, workMs: 10 });
          for (const { refused, overtakenBy } of simulation.run().outcomes) {
            expect(refused).toBeNull();
            expect(overtakenBy).toBeLessThanOrEqual(tenants * each);
          }
          const first = Math.max(
            ...Object.values(Object.groupBy(simulation.outcomes, ({ tenant }) => tenant)).map((jobs) => jobs![0]!.overtakenBy),
          );
          expect(first).toBeLessThanOrEqual(tenants * (LIMITS.reuseMax + 1));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps idle connections for those that wait for nothing, and none of them from those that wait', () => {
    const simulation = new Simulation({ limits: { budget: 2, ceiling: 2 } });
    simulation.add({ tenant: 'a', at: 0, workMs: 1 });
    simulation.add({ tenant: 'b', at: 1, workMs: 1 });
    for (let index = 0; index < 2; index++) simulation.add({ tenant: 'c', at: 2_000, workMs: 500 });
    const { outcomes, peak } = simulation.run();
    expect(peak).toBe(2);
    expect(waitsOf(outcomes.filter(({ tenant }) => tenant === 'c')).at(-1)).toBeLessThan(20);
  });

  it('keeps the reserved lane for the operator, also when visitors want everything', () => {
    const simulation = new Simulation({ limits: { budget: 4, reserved: 1 } });
    for (let index = 0; index < 50; index++) simulation.add({ tenant: `t${index % 10}`, at: 0, workMs: 1_000 });
    simulation.add({ tenant: 'migration', at: 100, workMs: 10, lane: 'operator' });
    const { outcomes } = simulation.run();
    const migration = outcomes.find(({ lane }) => lane === 'operator')!;
    expect(migration.grantedAt! - migration.at).toBeLessThan(10);
  });

  it('lets operators have no more than their share, however much they want, and others the rest at once', () => {
    const simulation = new Simulation({ limits: { budget: 6, reserved: 1, operatorShare: 0.5, operatorWaitMs: 1e9 } });
    for (let index = 0; index < 40; index++) simulation.add({ tenant: `migration-${index}`, at: 0, workMs: 1_000, lane: 'operator' });
    for (let index = 0; index < 30; index++) simulation.add({ tenant: `t${index % 3}`, at: 100 + index * 50, workMs: 20 });
    const { outcomes, operatorPeak } = simulation.run();
    expect(operatorPeak).toBe(3);
    expect(outcomes.filter(({ refused }) => refused !== null)).toEqual([]);
    expect(waitsOf(outcomes.filter(({ lane }) => lane !== 'operator')).at(-1)).toBeLessThan(10);
  });

  it('leaves somebody else a connection, however small the budget is and however much is kept for operators', () => {
    const simulation = new Simulation({ limits: { budget: 1, reserved: 2, operatorShare: 1 } });
    simulation.add({ tenant: 'visitor', at: 0, workMs: 10 });
    simulation.add({ tenant: 'migration', at: 1, workMs: 10, lane: 'operator' });
    simulation.add({ tenant: 'visitor', at: 2, workMs: 10 });
    expect(simulation.run().outcomes.map(({ refused }) => refused)).toEqual([null, null, null]);
  });

  it('uses less of a server that has too many connections, and more again later', () => {
    let full = true;
    const simulation: Simulation = new Simulation({
      limits: { budget: 8, waitMs: 1e9 },
      dialFault: () => (full && simulation.peak > 4 ? 'too_many' : null),
    });
    for (let index = 0; index < 40; index++) simulation.add({ tenant: `t${index}`, at: 0, workMs: 20 });
    simulation.at(50, () => {
      expect(simulation.core.snapshot.limit).toBeLessThan(8);
      full = false;
      return [];
    });
    const { outcomes, core } = simulation.run();
    expect(outcomes.every(({ refused }) => refused === null)).toBe(true);
    expect(core.snapshot.limit).toBe(8);
  });

  describe('with one tenant at fifty times the load of twenty others', () => {
    const OTHERS = 20;
    const SECONDS = 20;
    function load(noisy: boolean): Simulation {
      const simulation = new Simulation({ limits: { budget: 30, ceiling: 30, waitersMax: 100, waitMs: 1_000 } });
      for (let other = 0; other < OTHERS; other++) {
        for (let at = other * 7; at < SECONDS * 1_000; at += 100) simulation.add({ tenant: `t${other}`, at, workMs: 20 });
      }
      if (noisy) for (let at = 0; at < SECONDS * 1_000; at += 2) simulation.add({ tenant: 'noisy', at, workMs: 60 });
      return simulation.run();
    }
    const [alone, together] = [load(false), load(true)];
    const others = (simulation: Simulation) => simulation.outcomes.filter(({ tenant }) => tenant !== 'noisy');

    it('makes the others wait no longer than half as long again as without it', () => {
      const [before, after] = [alone, together].map((simulation) => percentile(waitsOf(others(simulation)), 0.99));
      expect(after).toBeLessThanOrEqual(1.5 * before!);
    });

    it('refuses nobody but the noisy one', () => {
      const refused = together.outcomes.filter((outcome) => outcome.refused !== null);
      expect(refused.length).toBeGreaterThan(0);
      expect(new Set(refused.map(({ tenant }) => tenant))).toEqual(new Set(['noisy']));
    });

    it('shares what is scarce: Jain’s index of what each got of its fair share is at least 0.9', () => {
      const fairShareMs = (SECONDS * 1_000 * 30) / (OTHERS + 1);
      const got = Object.values(Object.groupBy(together.outcomes, ({ tenant }) => tenant)).map((jobs) => {
        const asked = jobs!.reduce((sum, { workMs }) => sum + workMs, 0);
        const worked = jobs!.reduce((sum, { workMs, grantedAt }) => sum + (grantedAt === null ? 0 : workMs), 0);
        return Math.min(1, worked / Math.min(asked, fairShareMs));
      });
      expect(
        got.reduce((sum, share) => sum + share, 0) ** 2 / (got.length * got.reduce((sum, share) => sum + share ** 2, 0)),
      ).toBeGreaterThanOrEqual(0.9);
    });
  });

  it('shares more fairly than first come, first served would, when all want more than there is', () => {
    const simulation = new Simulation({ limits: { budget: 8, ceiling: 8, waitersMax: 10_000, waitMs: 1e9 } });
    for (let index = 0; index < 400; index++) simulation.add({ tenant: 'noisy', at: 0, workMs: 10 });
    for (let other = 0; other < 15; other++)
      for (let index = 0; index < 8; index++) simulation.add({ tenant: `t${other}`, at: 1, workMs: 10 });
    const { outcomes } = simulation.run();
    const lastOfOthers = Math.max(...outcomes.filter(({ tenant }) => tenant !== 'noisy').map(({ grantedAt }) => grantedAt!));
    const lastOfNoisy = Math.max(...outcomes.filter(({ tenant }) => tenant === 'noisy').map(({ grantedAt }) => grantedAt!));
    expect(lastOfOthers).toBeLessThan(lastOfNoisy / 2);
  });
});
