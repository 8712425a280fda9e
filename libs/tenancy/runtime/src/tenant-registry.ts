import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ControlChannel, ControlDatabase } from '@salient/platform';
import { LRUCache } from 'lru-cache';
import { setTimeout as wait } from 'node:timers/promises';
import { MOVE_WAIT_MS } from './broker/brokered-pool.js';
import { recordOf, REGISTRY_COLUMNS, type RegistryRow } from './registry-row.js';
import { requireSchema, schemaFault } from './schema-fit.js';
import { TenantUnavailable } from './tenancy.errors.js';
import { TENANCY_OPTIONS, type TenancyOptions } from './tenancy.options.js';
import type { TenantRecord } from './tenant.js';

interface CachedRecord {
  readonly record: TenantRecord;
  /** When the registry last said so. */
  confirmedAt: number;
  /** A change of it may have been missed. */
  isDoubted: boolean;
}

const MOVE_POLL_MS = 50;
const RECORDS_MAX = 20_000;
const UNKNOWN_MAX = 10_000;
/** How old a record may be while the listener is alive and would have told of a change, and while it is not. */
const TTL_MS = { heard: 60_000, deaf: 5_000 };
/** For how long it is believed that there is no such account; each for another time, so that they are not all asked for at once. */
const UNKNOWN_TTL_MS = { least: 5_000, most: 15_000 };
/** For how long the registry is waited for by whoever could be served from memory. */
const PATIENCE_MS = 1_000;

/**
 * Tenant records by slug, cached. A change in the registry reaches every process through {@link ControlChannel} within a
 * second, or through the shorter life of records within five while the channel is down.
 *
 * - After the channel was away, all that is cached is in doubt until the registry has confirmed its version.
 * - A read that a change overtakes is neither kept nor answered: it is made again.
 * - When the registry cannot be read, active tenants that are known keep being served, without waiting for it; a suspended
 *   one, or one that changed meanwhile, is never revived from memory.
 */
@Injectable()
export class TenantRegistry implements OnModuleInit {
  private readonly cache = new LRUCache<string, CachedRecord>({ max: RECORDS_MAX });
  /** Slugs without an account. A new account clears its own; a registry that cannot be read is never taken for a no. */
  private readonly unknown = new LRUCache<string, true>({ max: UNKNOWN_MAX, ttl: UNKNOWN_TTL_MS.most });
  private readonly reading = new Map<string, Promise<TenantRecord | null>>();
  /** What an id's slug was last: only a hint, the record that the slug leads to says whose it is. */
  private readonly slugs = new LRUCache<string, string>({ max: RECORDS_MAX });
  private isAway = false;

  constructor(
    @Inject(TENANCY_OPTIONS) private readonly options: TenancyOptions,
    private readonly control: ControlDatabase,
    private readonly channel: ControlChannel,
  ) {}

  onModuleInit(): void {
    this.channel.subscribe('tenant', ({ key }) => this.forget(key));
    this.channel.onResync(() => void this.resync());
  }

  /** How many accounts are known, for metrics and people. */
  get size(): number {
    return this.cache.size;
  }

  /** Whether the registry could not be read when it was last asked. */
  get unreadable(): boolean {
    return this.isAway;
  }

  /** What is known of a slug is over: the next question reads it, and a read under way is made again. */
  forget(slug: string): void {
    this.cache.delete(slug);
    this.unknown.delete(slug);
    this.reading.delete(slug);
  }

  /**
   * @returns null when there is no such account
   * @throws TenantUnavailable when the registry cannot be read and nothing usable is known
   */
  async find(slug: string): Promise<TenantRecord | null> {
    const cached = this.cache.get(slug);
    if (cached && this.isFresh(cached)) return cached.record;
    if (this.unknown.has(slug)) return null;
    const reading = this.read(slug);
    try {
      return await (cached?.record.status === 'active' ? this.inTime(reading) : reading);
    } catch (error) {
      const known = this.cache.get(slug)?.record; // asked again: a change takes it away
      if (known?.status === 'active') return known;
      throw new TenantUnavailable(error);
    }
  }

  /** As {@link find}, for who knows the account by its id alone. */
  async findById(id: string): Promise<TenantRecord | null> {
    const hint = this.slugs.get(id);
    const hinted = hint === undefined ? null : await this.find(hint);
    if (hinted?.id === id) return hinted;
    const slug = await this.readSlug(id);
    if (slug === null) return null;
    const tenant = await this.find(slug);
    return tenant?.id === id ? tenant : null;
  }

  /**
   * Waits until a tenant that moves to another server has arrived, or stays.
   *
   * @throws TenantUnavailable when that takes too long
   */
  async afterMove({ id, slug }: TenantRecord): Promise<TenantRecord> {
    const deadline = performance.now() + MOVE_WAIT_MS;
    while (performance.now() < deadline) {
      await wait(MOVE_POLL_MS);
      const record = await this.read(slug);
      if (record?.id !== id) break;
      if (record.status !== 'moving') return record;
    }
    throw new TenantUnavailable('the tenant has been moving for too long', 2);
  }

  /**
   * The tenant as it is once this code can work with its schema. Nobody tells of a migration: one that was behind is read again.
   *
   * @throws TenantUnavailable while its schema is older than this code needs, or has left this code behind
   */
  async withSchema(tenant: TenantRecord): Promise<TenantRecord> {
    if (!schemaFault(tenant, this.options)) return tenant;
    const found = await this.read(tenant.slug).catch((error: unknown) => {
      throw new TenantUnavailable(error);
    });
    if (found?.id !== tenant.id || found.status !== 'active') throw new TenantUnavailable('it has changed', 30);
    requireSchema(found, this.options);
    return found;
  }

  /** Single flight; what a change has overtaken is read again. */
  private read(slug: string): Promise<TenantRecord | null> {
    const running = this.reading.get(slug);
    if (running) return running;
    const reading: Promise<TenantRecord | null> = this.readRow(slug)
      .then((record) => {
        if (this.reading.get(slug) !== reading) return this.read(slug);
        this.keep(slug, record);
        return record;
      })
      .finally(() => {
        if (this.reading.get(slug) === reading) this.reading.delete(slug);
      });
    this.reading.set(slug, reading);
    return reading;
  }

  private keep(slug: string, record: TenantRecord | null): void {
    const { least, most } = UNKNOWN_TTL_MS;
    if (record) {
      this.cache.set(slug, { record, confirmedAt: performance.now(), isDoubted: false });
      this.slugs.set(record.id, slug);
    } else {
      this.cache.delete(slug);
      this.unknown.set(slug, true, { ttl: this.channel.healthy ? least + Math.random() * (most - least) : least });
    }
  }

  private isFresh({ confirmedAt, isDoubted }: CachedRecord): boolean {
    const ttlMs = this.channel.healthy ? TTL_MS.heard : TTL_MS.deaf;
    return !isDoubted && performance.now() - confirmedAt < ttlMs;
  }

  /** For who has another answer: a registry that was away when it was last asked is given no time. */
  private async inTime<Result>(reading: Promise<Result>): Promise<Result> {
    const timer = new AbortController();
    const late = wait(this.isAway ? 0 : PATIENCE_MS, undefined, { signal: timer.signal, ref: false }).then(() => {
      this.isAway = true;
      throw new Error('The registry did not answer in time.');
    });
    try {
      return await Promise.race([reading, late]);
    } finally {
      timer.abort();
    }
  }

  /** Changes may have been missed: asks for the version of every account that is known, in one statement. */
  private async resync(): Promise<void> {
    this.unknown.clear();
    this.reading.clear();
    this.isAway = false;
    const askedAt = performance.now();
    const doubted = [...this.cache];
    for (const [, known] of doubted) known.isDoubted = true;
    if (doubted.length === 0) return;
    const versions = await this.readVersions(doubted.map(([, { record }]) => record.id)).catch(() => null);
    if (versions === null) return; // each is read before it is used
    for (const [slug, known] of doubted) {
      if (this.cache.get(slug) !== known) continue; // read again, or changed, since
      if (versions.get(known.record.id) === known.record.configVersion) Object.assign(known, { confirmedAt: askedAt, isDoubted: false });
      else this.forget(slug);
    }
  }

  private async readVersions(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.control.query<{ tenant_id: string; config_version: string }>(
      'SELECT tenant_id, config_version FROM tenant_registry WHERE tenant_id = ANY ($1)',
      [ids],
    );
    return new Map(rows.map((row) => [row.tenant_id, Number(row.config_version)]));
  }

  private async readSlug(id: string): Promise<string | null> {
    try {
      const [row] = await this.control.query<{ slug: string }>(`SELECT slug FROM tenant_registry WHERE tenant_id = $1`, [id]);
      if (row) this.slugs.set(id, row.slug);
      return row?.slug ?? null;
    } catch (error) {
      throw new TenantUnavailable(error);
    }
  }

  private async readRow(slug: string): Promise<TenantRecord | null> {
    const [row] = await this.control
      .query<RegistryRow>(`SELECT ${REGISTRY_COLUMNS} FROM tenant_registry WHERE slug = $1 AND status <> 'deleted'`, [slug])
      .catch((error: unknown) => {
        this.isAway = true;
        throw error;
      });
    this.isAway = false;
    return row ? recordOf(this.options.keyring, row) : null;
  }
}
