import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { SharedMetadata, TenantDataSource } from './tenant-data-source.js';
import { BrokeredPool } from './broker/brokered-pool.js';
import { poolKeyOf } from './broker/pool-key.js';
import { ServerBrokers } from './server-brokers.js';
import { TenantUnavailable } from './tenancy.errors.js';
import { TENANCY_OPTIONS, type TenancyOptions } from './tenancy.options.js';
import type { PostgresAddress } from '@salient/platform';
import type { ServerBroker } from './broker/server-broker.js';
import type { TenantRecord } from './tenant.js';

/** A lent DataSource of one tenant. It stays open until the lease is given back, whatever happens to the cache meanwhile. */
export interface TenantHandle {
  readonly tenant: TenantRecord;
  readonly dataSource: TenantDataSource;
}

/** A handle on loan. Give it back exactly when the work is done: `release`, or `await using`. */
export interface TenantLease extends TenantHandle, AsyncDisposable {
  /** Gives the handle back; a second call does nothing. */
  release(): void;
}

/** Why a handle is closed: for room, unused, a newer version of the tenant (another login, say), out of service, or the process ends. */
export type DrainReason = 'evicted' | 'idle' | 'changed' | 'suspended' | 'moved' | 'deleted' | 'shutdown';

/** A lease that has not come back, for the alarm and for people. */
export interface LeaseAge {
  readonly tenantId: string;
  readonly owner: string;
  readonly heldMs: number;
}

interface Lease {
  readonly owner: string;
  readonly since: number;
}

interface Entry {
  readonly tenant: TenantRecord;
  readonly opened: Promise<TenantDataSource>;
  readonly leases: Set<Lease>;
  state: 'opening' | 'ready' | 'draining' | 'closed';
  idleSince: number;
}

/**
 * One DataSource per tenant, opened at its first use and kept while it is used. An idle one holds no connection.
 *
 * - Simultaneous first uses of a tenant open it once; a failed open is forgotten.
 * - At most `handlesMax` are open: the one that has been idle longest makes room. When all are lent, the newcomer gets
 *   503 rather than an unbounded cache.
 * - A lent handle is never closed: a newer version of the tenant serves at once, and the old one drains. TypeORM's `destroy`
 *   would cut what runs, so it is called at zero leases only.
 */
@Injectable()
export class TenantHandles implements OnApplicationShutdown {
  /** In order of last use: the first is the least recently used. */
  private readonly entries = new Map<string, Entry>();
  private readonly draining = new Set<Entry>();
  private readonly closing = new Set<Promise<void>>();
  private readonly paused = new Map<string, Promise<void>>();
  private readonly sweeper: NodeJS.Timeout;
  /** How many handles were closed, and why. */
  readonly drains: Record<DrainReason, number> = { evicted: 0, idle: 0, changed: 0, suspended: 0, moved: 0, deleted: 0, shutdown: 0 };
  private metadata: Promise<SharedMetadata> | undefined;
  private serial = 0;
  private stopped = false;
  private returned = Promise.withResolvers<void>();

  constructor(
    @Inject(TENANCY_OPTIONS) private readonly options: TenancyOptions,
    private readonly brokers: ServerBrokers,
  ) {
    this.sweeper = setInterval(() => this.closeIdle(), Math.max(100, options.idleMs / 2)).unref();
  }

  /** How many tenants have an open handle now, draining ones included. */
  get size(): number {
    return this.entries.size + this.draining.size;
  }

  /** Who has an open handle that new work gets. */
  tenants(): TenantRecord[] {
    return [...this.entries.values()].map(({ tenant }) => tenant);
  }

  /** How many tenants have a handle that drains: nobody new gets it, and somebody still holds it. */
  get drainingSize(): number {
    return this.draining.size;
  }

  /** Leases that have been held for longer than `ms`, the oldest first: a turn takes minutes, a leak takes for ever. */
  leasesOlderThan(ms: number): LeaseAge[] {
    const now = performance.now();
    const ages = [...this.entries.values(), ...this.draining].flatMap(({ tenant, leases }) =>
      [...leases].flatMap(({ owner, since }) =>
        now - since > ms ? [{ tenantId: tenant.id, owner, heldMs: Math.round(now - since) }] : [],
      ),
    );
    return ages.sort((left, right) => right.heldMs - left.heldMs);
  }

  /**
   * Lends the tenant's DataSource.
   *
   * @param owner what for, for whoever looks for a lease that did not come back
   * @throws TenantUnavailable when it cannot be opened, or every place is lent
   */
  async lend(tenant: TenantRecord, owner = 'work'): Promise<TenantLease> {
    const entry = this.entryFor(tenant);
    const lease = { owner, since: performance.now() };
    entry.leases.add(lease); // before any await: eviction sees the loan
    // A lease of its own per loan: releasing one twice must not return someone else's.
    const release = () => {
      if (entry.leases.delete(lease)) this.giveBack(entry);
    };
    try {
      return { tenant: entry.tenant, dataSource: await entry.opened, release, [Symbol.asyncDispose]: async () => release() };
    } catch (error) {
      release();
      throw new TenantUnavailable(error);
    }
  }

  /** Closes the tenant's handle as soon as nobody uses it; the next use opens a new one. */
  forget(tenantId: string, reason: DrainReason = 'changed'): void {
    const entry = this.entries.get(tenantId);
    if (entry) this.drain(entry, reason);
  }

  /**
   * Ends the tenant's connections although its handles are lent: what waits for one is refused, what runs on one has `graceMs`
   * to finish. Resolves when none is left; leases come back as their work meets the end.
   */
  async cut(tenantId: string, reason: DrainReason, graceMs: number): Promise<void> {
    this.paused.delete(tenantId);
    this.forget(tenantId, reason);
    const cuts = this.entriesOf(tenantId).map(({ opened }) => opened.then((dataSource) => dataSource.cutConnections(graceMs)));
    await Promise.allSettled(cuts); // one that could not be opened has none
  }

  /**
   * Ends the tenant's connections and makes work that needs one wait, until {@link resume}. Resolves when none is left; the
   * handles stay lent.
   */
  pause(tenantId: string): Promise<void> {
    const known = this.paused.get(tenantId);
    if (known) return known;
    const paused = Promise.all(
      this.entriesOf(tenantId).map(({ opened }) => opened.then((dataSource) => dataSource.pauseConnections()).catch(() => undefined)),
    ).then(() => undefined);
    this.paused.set(tenantId, paused);
    return paused;
  }

  /** Tenants whose work waits. */
  get pausedTenants(): string[] {
    return [...this.paused.keys()];
  }

  /** Work that waits, or that began before the tenant moved, goes on at `address`. */
  resume(tenantId: string, address: PostgresAddress): void {
    if (!this.paused.delete(tenantId)) return;
    for (const { opened } of this.entriesOf(tenantId)) {
      opened.then((dataSource) => dataSource.resumeConnections(...this.openPool(tenantId, address))).catch(() => undefined);
    }
    this.forget(tenantId, 'moved');
  }

  /** Resolves when no handle of the tenant before `version` is open any more. */
  async drained(tenantId: string, version = Infinity): Promise<void> {
    const isOpen = ({ tenant }: Entry) => tenant.id === tenantId && tenant.configVersion < version;
    while ([...this.entries.values(), ...this.draining].some(isOpen)) await this.returned.promise;
    await Promise.all(this.closing);
  }

  /** Waits for every lease to come back and every DataSource to close. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.sweeper);
    for (const entry of [...this.entries.values()]) this.drain(entry, 'shutdown');
    while (this.draining.size > 0) await this.returned.promise;
    await Promise.all(this.closing);
    await this.brokers.close();
  }

  private entryFor(tenant: TenantRecord): Entry {
    if (this.stopped) throw new TenantUnavailable('shutting down', 1);
    const known = this.entries.get(tenant.id);
    if (known && known.tenant.configVersion >= tenant.configVersion) {
      this.entries.delete(tenant.id);
      this.entries.set(tenant.id, known);
      return known;
    }
    if (known) this.drain(known, 'changed');
    this.makeRoom();
    return this.open(tenant);
  }

  private open(tenant: TenantRecord): Entry {
    const entry: Entry = { tenant, opened: this.openDataSource(tenant), leases: new Set(), state: 'opening', idleSince: performance.now() };
    this.entries.set(tenant.id, entry);
    entry.opened.then(
      () => {
        if (entry.state === 'opening') entry.state = 'ready';
      },
      () => {
        entry.state = 'closed';
        this.draining.delete(entry);
        if (this.entries.get(tenant.id) === entry) this.entries.delete(tenant.id);
        this.tellReturn();
      },
    );
    return entry;
  }

  /** Costs no connection: these are opened when a statement needs one. */
  private async openDataSource(tenant: TenantRecord): Promise<TenantDataSource> {
    this.metadata ??= SharedMetadata.build(this.options.entities);
    const metadata = await this.metadata;
    const pool = new BrokeredPool(...this.openPool(tenant.id, tenant.address));
    const dataSource = await new TenantDataSource(metadata, pool, tenant.address.database).initialize();
    if (this.paused.has(tenant.id)) await dataSource.pauseConnections();
    return dataSource;
  }

  private openPool(tenantId: string, address: PostgresAddress): [ServerBroker, string] {
    const broker = this.brokers.of(address);
    const key = poolKeyOf(tenantId, ++this.serial);
    broker.openPool(key, { address, tenantId, applicationName: this.options.applicationName, lane: 'work' });
    return [broker, key];
  }

  private entriesOf(tenantId: string): Entry[] {
    return [...this.entries.values(), ...this.draining].filter(({ tenant }) => tenant.id === tenantId);
  }

  private makeRoom(): void {
    if (this.entries.size < this.options.handlesMax) return;
    for (const entry of this.entries.values()) {
      if (entry.leases.size === 0 && entry.state === 'ready') return this.drain(entry, 'evicted');
    }
    throw new TenantUnavailable('every tenant handle is in use', 1);
  }

  private closeIdle(): void {
    const oldest = performance.now() - this.options.idleMs;
    for (const entry of [...this.entries.values()]) {
      if (entry.leases.size === 0 && entry.state === 'ready' && entry.idleSince <= oldest) this.drain(entry, 'idle');
    }
  }

  private giveBack(entry: Entry): void {
    entry.idleSince = performance.now();
    if (entry.state === 'draining' && entry.leases.size === 0) this.close(entry);
  }

  /** Takes the entry out of the cache now and closes it when its last lease is back. */
  private drain(entry: Entry, reason: DrainReason): void {
    this.drains[reason] += 1;
    if (this.entries.get(entry.tenant.id) === entry) this.entries.delete(entry.tenant.id);
    if (entry.state === 'closed') return;
    entry.state = 'draining';
    this.draining.add(entry);
    if (entry.leases.size === 0) this.close(entry);
  }

  private close(entry: Entry): void {
    entry.state = 'closed';
    const closed = entry.opened
      .then((dataSource) => dataSource.destroy())
      .catch(() => undefined) // a connection that is gone already is closed
      .finally(() => {
        this.draining.delete(entry);
        this.closing.delete(closed);
        this.tellReturn();
      });
    this.closing.add(closed);
  }

  private tellReturn(): void {
    this.returned.resolve();
    this.returned = Promise.withResolvers<void>();
  }
}
