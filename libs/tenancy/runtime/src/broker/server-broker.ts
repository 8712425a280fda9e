import type pg from 'pg';
import { TenantUnavailable } from '../tenancy.errors.js';
import { BrokerCore } from './broker-core.js';
import type { BrokerCommand, BrokerLimits, BrokerSnapshot, BrokerTotals, Lane, TenantDemand } from './broker-types.js';
import { sqlState } from './connection-faults.js';
import { DatabaseBreakers } from './database-breakers.js';
import { tenantOfPool } from './pool-key.js';
import { DatabaseConnection, type ConnectionTarget } from './database-connection.js';

/** A connection on loan. */
export interface BrokeredConnection {
  readonly client: pg.Client;
  /** Whether statements can be prepared on it. */
  readonly keepsSession: boolean;
  /** Gives it back; a second call does nothing. An error says that it must not be used again. */
  release(error?: unknown): void;
}

export interface PoolTarget extends ConnectionTarget {
  readonly lane: Lane;
}

/** What one tenant has and wants of a server. */
export interface TenantUse extends Omit<TenantDemand, 'pool'> {
  readonly tenantId: string;
}

interface Pending {
  readonly since: number;
  readonly resolve: (connection: BrokeredConnection) => void;
  readonly reject: (error: unknown) => void;
}

const TOO_MANY_CONNECTIONS = '53300';

/**
 * Every connection of this process to one database server: asks {@link BrokerCore} what to do, and does it with sockets and
 * timers. A pool is what one tenant's DataSource sees of it.
 */
export class ServerBroker {
  private readonly core: BrokerCore;
  private readonly breakers = new DatabaseBreakers();
  private readonly pools = new Map<string, PoolTarget>();
  private readonly pending = new Map<number, Pending>();
  private readonly connections = new Map<number, DatabaseConnection>();
  private timer: NodeJS.Timeout | undefined;
  private timerAt = Infinity;
  private waiters = 0;
  private atRest: (() => void)[] = [];
  /** Why the dial failed that is being dealt with. */
  private dialError: unknown;

  /** @param onGrant told how long each borrower has waited, in milliseconds */
  constructor(
    limits: BrokerLimits,
    private readonly onGrant: (waitedMs: number) => void = () => undefined,
  ) {
    this.core = new BrokerCore(limits, Math.random);
  }

  get snapshot(): BrokerSnapshot {
    return this.core.snapshot;
  }

  get totals(): Readonly<BrokerTotals> {
    return this.core.totals;
  }

  /** Whether the server itself is given up for now. */
  get isServerBroken(): boolean {
    return this.breakers.isServerOpen;
  }

  /** The tenants that want the most connections. */
  topTenants(most: number): TenantUse[] {
    return this.core.demands(most, performance.now()).map(({ pool, ...demand }) => ({ tenantId: tenantOfPool(pool), ...demand }));
  }

  /** Whether connections to the tenant's database, or to the server at all, are given up for now. */
  isBroken(tenantId: string): boolean {
    return this.breakers.isServerOpen || this.breakers.isOpen(tenantId);
  }

  openPool(key: string, target: PoolTarget): void {
    this.pools.set(key, target);
  }

  /** Refuses the pool's waiters and closes its connections: lent ones when they come back. Resolves when the last is closed. */
  async endPool(key: string): Promise<void> {
    if (this.pools.delete(key)) this.perform(this.core.end(key, performance.now()));
    await Promise.all([...this.connections.values()].flatMap((connection) => (connection.pool === key ? [connection.closed] : [])));
  }

  /** As {@link endPool}, but connections that are still lent after `graceMs` are closed under their borrowers. */
  async cutPool(key: string, graceMs: number): Promise<void> {
    const ended = this.endPool(key);
    const timer = setTimeout(() => {
      for (const connection of this.connections.values()) if (connection.pool === key) void connection.close();
    }, graceMs);
    await ended;
    clearTimeout(timer);
  }

  /** @throws TenantUnavailable when the tenant may not wait, has waited too long, or cannot be reached */
  acquire(key: string): Promise<BrokeredConnection> {
    const pool = this.pools.get(key);
    if (!pool) return Promise.reject(new TenantUnavailable('the pool has ended', 1));
    return new Promise((resolve, reject) => {
      const waiter = ++this.waiters;
      this.pending.set(waiter, { resolve, reject, since: performance.now() });
      this.perform(this.core.acquire(key, waiter, performance.now(), pool.lane));
    });
  }

  resize(budget: number): void {
    this.perform(this.core.resize(budget, performance.now()));
  }

  /** Ends every pool and resolves when the last socket is closed. */
  async close(): Promise<void> {
    for (const key of [...this.pools.keys()]) void this.endPool(key);
    if (this.connections.size > 0) await new Promise<void>((resolve) => this.atRest.push(resolve));
    clearTimeout(this.timer);
  }

  private perform(commands: readonly BrokerCommand[]): void {
    for (const command of commands) {
      if (command.kind === 'grant') this.grant(command.waiter, command.connection);
      else if (command.kind === 'refuse') this.refuse(command.waiter, command.reason, command.retryAfterMs);
      else if (command.kind === 'dial') void this.dial(command.connection, command.tenant);
      else void this.connections.get(command.connection)?.close();
    }
    this.schedule();
  }

  private grant(waiter: number, id: number): void {
    const connection = this.connections.get(id)!;
    let lent = true;
    const release = (error?: unknown) => {
      if (!lent) return;
      lent = false;
      // A connection that died on loan is gone from the core already.
      if (this.connections.has(id)) this.perform(this.core.release(id, performance.now(), !error && connection.isClean));
    };
    const pending = this.settle(waiter);
    if (!pending) return;
    this.onGrant(performance.now() - pending.since);
    pending.resolve({ client: connection.client, keepsSession: connection.keepsSession, release });
  }

  private refuse(waiter: number, reason: string, retryAfterMs: number): void {
    this.settle(waiter)?.reject(
      new TenantUnavailable(this.dialError ?? new Error(`no connection: ${reason}`), Math.ceil(retryAfterMs / 1_000)),
    );
  }

  private settle(waiter: number): Pending | undefined {
    const pending = this.pending.get(waiter);
    this.pending.delete(waiter);
    return pending;
  }

  private async dial(id: number, key: string): Promise<void> {
    const pool = this.pools.get(key);
    const connection = pool && new DatabaseConnection(pool, key);
    if (connection) this.connections.set(id, connection);
    try {
      if (!connection) throw new Error('the pool has ended');
      await this.breakers.guard(pool.tenantId ?? pool.address.database, () => connection.open());
    } catch (error) {
      this.forget(id);
      this.dialError = error;
      this.perform(this.core.dialFailed(id, performance.now(), sqlState(error) === TOO_MANY_CONNECTIONS ? 'too_many' : 'refused'));
      this.dialError = undefined;
      return;
    }
    void connection.closed.then(() => {
      this.forget(id);
      this.perform(this.core.closed(id, performance.now()));
    });
    this.perform(this.core.dialed(id, performance.now()));
  }

  private forget(id: number): void {
    this.connections.delete(id);
    if (this.connections.size > 0) return;
    for (const resolve of this.atRest.splice(0)) resolve();
  }

  /** One timer for whatever comes next. It keeps no process alive. */
  private schedule(): void {
    // What comes to rest now is due after what the timer waits for; looking at every connection for each statement costs more.
    if (this.timerAt !== Infinity && this.core.isQuiet) return;
    const wakeAt = this.core.nextWakeAt(performance.now()) ?? Infinity;
    if (wakeAt >= this.timerAt) return; // it wakes too early, looks again, and costs less than being set anew by each statement
    clearTimeout(this.timer);
    this.timerAt = wakeAt;
    this.timer = setTimeout(
      () => {
        this.timerAt = Infinity;
        this.perform(this.core.tick(performance.now()));
      },
      Math.max(1, Math.ceil(wakeAt - performance.now())),
    ).unref();
  }
}
