import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { silentTypeormLogger, typeormAddress } from '@salient/platform';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { TenantUnavailable } from './tenancy.errors.js';
import { TENANCY_OPTIONS, type TenancyOptions } from './tenancy.options.js';
import { TenantPool } from './tenant-pool.js';
import type { TenantRecord } from './tenant.js';

/** A lent DataSource of one tenant. It stays open until the lease is given back, whatever happens to the cache meanwhile. */
export interface TenantHandle {
  readonly tenant: TenantRecord;
  readonly dataSource: DataSource;
}

/** A handle on loan. Give it back exactly when the work is done: `release`, or `await using`. */
export interface TenantLease extends TenantHandle, AsyncDisposable {
  /** Gives the handle back; a second call does nothing. */
  release(): void;
}

type State = 'opening' | 'ready' | 'draining' | 'closed';

interface Entry {
  readonly tenant: TenantRecord;
  readonly dataSource: DataSource;
  readonly opened: Promise<unknown>;
  state: State;
  leases: number;
  idleSince: number;
}

/**
 * One DataSource per tenant, opened at its first use and kept while it is used.
 *
 * - Simultaneous first uses of a tenant open it once; a failed open is forgotten.
 * - At most `handlesMax` are open: the one that has been idle longest makes room. When all are lent, the newcomer gets
 *   503 rather than an unbounded cache.
 * - A lent handle is never closed: a newer version of the tenant serves at once, and the old one drains.
 */
@Injectable()
export class TenantHandles implements OnApplicationShutdown {
  /** In order of last use: the first is the least recently used. */
  private readonly entries = new Map<string, Entry>();
  private readonly draining = new Set<Entry>();
  private readonly closing = new Set<Promise<void>>();
  private readonly sweeper: NodeJS.Timeout;
  private stopped = false;

  constructor(@Inject(TENANCY_OPTIONS) private readonly options: TenancyOptions) {
    this.sweeper = setInterval(() => this.closeIdle(), Math.max(100, options.idleMs / 2)).unref();
  }

  /** How many tenants have an open handle now, draining ones included. */
  get size(): number {
    return this.entries.size + this.draining.size;
  }

  /**
   * Lends the tenant's DataSource.
   *
   * @throws TenantUnavailable when it cannot be opened, or every place is lent
   */
  async lend(tenant: TenantRecord): Promise<TenantLease> {
    const entry = this.entryFor(tenant);
    entry.leases += 1; // before any await: eviction sees the loan
    try {
      await entry.opened;
    } catch (error) {
      entry.leases -= 1;
      throw new TenantUnavailable(error);
    }
    return leaseOf(entry, () => this.giveBack(entry));
  }

  /** Closes the tenant's handle as soon as nobody uses it; the next use opens a new one. */
  forget(tenantId: string): void {
    const entry = this.entries.get(tenantId);
    if (entry) this.drain(entry);
  }

  /** Waits for every lease to come back and every DataSource to close. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.sweeper);
    for (const entry of [...this.entries.values()]) this.drain(entry);
    while (this.draining.size > 0 || this.closing.size > 0) {
      await (this.closing.size > 0 ? Promise.all(this.closing) : new Promise<void>((resolve) => (this.onReturn = resolve)));
    }
  }

  private onReturn: () => void = () => undefined;

  private entryFor(tenant: TenantRecord): Entry {
    if (this.stopped) throw new TenantUnavailable('shutting down', 1);
    const known = this.entries.get(tenant.id);
    if (known && known.tenant.configVersion >= tenant.configVersion) {
      this.entries.delete(tenant.id);
      this.entries.set(tenant.id, known);
      return known;
    }
    if (known) this.drain(known);
    this.makeRoom();
    return this.open(tenant);
  }

  private open(tenant: TenantRecord): Entry {
    const dataSource = createDataSource(tenant, this.options);
    const entry: Entry = { tenant, dataSource, opened: dataSource.initialize(), state: 'opening', leases: 0, idleSince: Date.now() };
    this.entries.set(tenant.id, entry);
    entry.opened.then(
      () => {
        if (entry.state === 'opening') entry.state = 'ready';
      },
      () => {
        entry.state = 'closed';
        this.draining.delete(entry);
        if (this.entries.get(tenant.id) === entry) this.entries.delete(tenant.id);
        this.onReturn();
      },
    );
    return entry;
  }

  private makeRoom(): void {
    if (this.entries.size < this.options.handlesMax) return;
    for (const entry of this.entries.values()) {
      if (entry.leases === 0 && entry.state === 'ready') return this.drain(entry);
    }
    throw new TenantUnavailable('every tenant handle is in use', 1);
  }

  private closeIdle(): void {
    const oldest = Date.now() - this.options.idleMs;
    for (const entry of [...this.entries.values()]) {
      if (entry.leases === 0 && entry.state === 'ready' && entry.idleSince <= oldest) this.drain(entry);
    }
  }

  private giveBack(entry: Entry): void {
    entry.leases -= 1;
    entry.idleSince = Date.now();
    if (entry.state === 'draining' && entry.leases === 0) this.close(entry);
    this.onReturn();
  }

  /** Takes the entry out of the cache now and closes it when its last lease is back. */
  private drain(entry: Entry): void {
    if (this.entries.get(entry.tenant.id) === entry) this.entries.delete(entry.tenant.id);
    if (entry.state === 'closed') return;
    entry.state = 'draining';
    this.draining.add(entry);
    if (entry.leases === 0) this.close(entry);
  }

  private close(entry: Entry): void {
    if (entry.state === 'closed') return;
    entry.state = 'closed';
    const closed = entry.opened
      .then(() => entry.dataSource.destroy())
      .catch(() => undefined) // a connection that is gone already is closed
      .finally(() => {
        this.draining.delete(entry);
        this.closing.delete(closed);
      });
    this.closing.add(closed);
  }
}

/** A lease of its own per loan: releasing one twice must not return someone else's. */
function leaseOf(entry: Entry, giveBack: () => void): TenantLease {
  let lent = true;
  const release = () => {
    if (!lent) return;
    lent = false;
    giveBack();
  };
  return { tenant: entry.tenant, dataSource: entry.dataSource, release, [Symbol.asyncDispose]: async () => release() };
}

function createDataSource(tenant: TenantRecord, options: TenancyOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    driver: { ...pg, Pool: TenantPool },
    ...typeormAddress(tenant.address),
    applicationName: options.applicationName,
    entities: options.entities as EntityTarget<ObjectLiteral>[] as never,
    poolSize: options.connectionsPerTenantMax,
    installExtensions: false,
    logger: silentTypeormLogger,
    extra: { connectionTimeoutMillis: 5_000, idleTimeoutMillis: Math.min(options.idleMs, 10_000), allowExitOnIdle: true },
  });
}
