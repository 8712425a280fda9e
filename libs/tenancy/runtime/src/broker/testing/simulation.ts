import { BrokerCore } from '../broker-core.js';
import type { BrokerCommand, BrokerLimits, Lane, RefusalReason } from '../broker-types.js';

export const LIMITS: BrokerLimits = {
  budget: 10,
  reserved: 0,
  operatorShare: 1,
  ceiling: 10,
  waitersMax: 1_000,
  dialsMax: 4,
  waitMs: 5_000,
  operatorWaitMs: 5_000,
  idleMs: 10_000,
  stealAfterIdleMs: 5,
  protectMs: 1_000,
  lifetimeMs: 600_000,
  reuseMax: 4,
};

export interface Job {
  readonly tenant: string;
  readonly at: number;
  /** How long it keeps its connection, in milliseconds. */
  readonly workMs: number;
  readonly lane?: Lane;
  /** It gives its connection back in a state that cannot be used again. */
  readonly dirty?: boolean;
}

export interface JobOutcome extends Job {
  readonly grantedAt: number | null;
  readonly refused: RefusalReason | null;
  /** Grants of any job between its request and its own grant. */
  readonly overtakenBy: number;
}

interface SimulationOptions {
  readonly limits?: Partial<BrokerLimits>;
  /** From 0 to 1. */
  readonly random?: () => number;
  readonly dialMs?: () => number;
  readonly closeMs?: () => number;
  readonly dialFault?: () => 'refused' | 'too_many' | null;
}

/** Runs a broker's core on a virtual clock with connections that open, work, close and fail as told. */
export class Simulation {
  readonly core: BrokerCore;
  readonly outcomes: JobOutcome[] = [];
  now = 0;
  /** The most connections at any instant, as the database server would count them. */
  peak = 0;
  /** The same of the operator's lane. */
  operatorPeak = 0;
  private readonly sockets = new Set<number>();
  private readonly events: { at: number; order: number; run: () => BrokerCommand[] }[] = [];
  private readonly jobs: Job[] = [];
  private readonly requestedAfter: number[] = [];
  private readonly lentTo = new Map<number, number>();
  private order = 0;
  private grants = 0;

  constructor(private readonly options: SimulationOptions = {}) {
    this.core = new BrokerCore({ ...LIMITS, ...options.limits }, options.random ?? (() => 0.5));
  }

  add(job: Job): void {
    const id = this.jobs.push(job) - 1;
    this.schedule(job.at, () => {
      this.requestedAfter[id] = this.grants;
      return this.core.acquire(job.tenant, id, this.now, job.lane);
    });
  }

  at(time: number, run: () => BrokerCommand[]): void {
    this.schedule(time, run);
  }

  /** Runs until nothing is left to happen. */
  run(): this {
    for (;;) {
      const wakeAt = this.core.nextWakeAt(this.now);
      const next = this.events[0];
      if (!next && (wakeAt === null || this.isQuiet)) return this;
      if (next && (wakeAt === null || next.at <= wakeAt)) {
        this.events.shift();
        this.now = next.at;
        this.perform(next.run());
      } else {
        this.now = wakeAt!;
        this.perform(this.core.tick(this.now));
      }
    }
  }

  /** Nobody waits and nothing is on its way: only idle connections are left. */
  private get isQuiet(): boolean {
    const { waiting, lent, dialing, closing, limit, budget } = this.core.snapshot;
    return waiting + lent + dialing + closing === 0 && limit === budget;
  }

  private perform(commands: readonly BrokerCommand[]): void {
    for (const command of commands) {
      if (command.kind === 'grant') this.grant(command.waiter, command.connection);
      if (command.kind === 'refuse') this.note(command.waiter, null, command.reason);
      if (command.kind === 'dial') this.dial(command.connection);
      this.operatorPeak = Math.max(this.operatorPeak, this.core.snapshot.operators);
      if (command.kind === 'close') this.close(command.connection);
    }
  }

  private grant(waiter: number, connection: number): void {
    const { workMs, dirty } = this.jobs[waiter]!;
    if (this.lentTo.has(connection)) throw new Error(`Connection ${connection} is lent twice.`);
    this.lentTo.set(connection, waiter);
    this.note(waiter, this.now, null);
    this.grants += 1;
    this.schedule(this.now + workMs, () => {
      this.lentTo.delete(connection);
      return this.core.release(connection, this.now, !dirty);
    });
  }

  private dial(connection: number): void {
    this.sockets.add(connection);
    this.peak = Math.max(this.peak, this.sockets.size);
    const fault = this.options.dialFault?.() ?? null;
    this.schedule(this.now + (this.options.dialMs?.() ?? 2), () => {
      if (fault === null) return this.core.dialed(connection, this.now);
      this.sockets.delete(connection);
      return this.core.dialFailed(connection, this.now, fault);
    });
  }

  private close(connection: number): void {
    this.schedule(this.now + (this.options.closeMs?.() ?? 1), () => {
      this.sockets.delete(connection);
      return this.core.closed(connection, this.now);
    });
  }

  private note(waiter: number, grantedAt: number | null, refused: RefusalReason | null): void {
    this.outcomes[waiter] = { ...this.jobs[waiter]!, grantedAt, refused, overtakenBy: this.grants - (this.requestedAfter[waiter] ?? 0) };
  }

  private schedule(at: number, run: () => BrokerCommand[]): void {
    const event = { at, order: this.order++, run };
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.events[middle]!.at <= at) low = middle + 1;
      else high = middle;
    }
    this.events.splice(low, 0, event);
  }
}

/** Waits of granted jobs in milliseconds, ascending. */
export function waitsOf(outcomes: readonly JobOutcome[]): number[] {
  return outcomes.flatMap(({ at, grantedAt }) => (grantedAt === null ? [] : [grantedAt - at])).sort((left, right) => left - right);
}

export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? 0;
}
