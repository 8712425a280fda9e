import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ControlChannel, ControlDatabase } from '@salient/platform';
import { LRUCache } from 'lru-cache';
import { setTimeout as wait } from 'node:timers/promises';
import { MOVE_WAIT_MS } from './broker/brokered-pool.js';
import { openAddress } from './connection-string.js';
import { TenantUnavailable } from './tenancy.errors.js';
import { TENANCY_OPTIONS, type TenancyOptions } from './tenancy.options.js';
import { TenantHandles } from './tenant-handles.js';
import type { TenantBudget, TenantRecord, TenantStatus } from './tenant.js';

interface RegistryRow {
  tenant_id: string;
  slug: string;
  name: string;
  status: TenantStatus;
  config_version: string;
  connection_string: string;
  budget: TenantBudget | null;
}

interface CachedRecord {
  readonly record: TenantRecord;
  readonly readAt: number;
}

const MOVE_POLL_MS = 50;
const RECORDS_MAX = 20_000;
const UNKNOWN_MAX = 10_000;
/** How old a record may be while the listener is alive and would have told of a change, and while it is not. */
const TTL_MS = { heard: 60_000, deaf: 5_000 };
/** For how long it is believed that there is no such account; each for another time, so that they are not all asked for at once. */
const UNKNOWN_TTL_MS = { least: 5_000, most: 15_000 };

/**
 * Tenant records by slug, cached. A change in the registry reaches every process through {@link ControlChannel} within a
 * second, or through the shorter life of records within five while the channel is down. When the registry cannot be read,
 * active tenants that are known keep being served; a suspended one is never revived from memory.
 */
@Injectable()
export class TenantRegistry implements OnModuleInit {
  private readonly cache = new LRUCache<string, CachedRecord>({ max: RECORDS_MAX });
  /** Slugs without an account. A new account clears its own; a registry that cannot be read is never taken for a no. */
  private readonly unknown = new LRUCache<string, true>({ max: UNKNOWN_MAX, ttl: UNKNOWN_TTL_MS.most });
  private readonly reading = new Map<string, Promise<TenantRecord | null>>();
  /** What an id's slug was last: only a hint, the record that the slug leads to says whose it is. */
  private readonly slugs = new LRUCache<string, string>({ max: RECORDS_MAX });

  constructor(
    @Inject(TENANCY_OPTIONS) private readonly options: TenancyOptions,
    private readonly control: ControlDatabase,
    private readonly channel: ControlChannel,
    private readonly handles: TenantHandles,
  ) {}

  onModuleInit(): void {
    this.channel.subscribe('tenant', ({ id, key }) => {
      this.drop(key);
      this.handles.forget(id);
    });
    this.channel.onResync(() => {
      this.cache.clear();
      this.unknown.clear();
      this.reading.clear();
    });
  }

  /**
   * @returns null when there is no such account
   * @throws TenantUnavailable when the registry cannot be read and nothing usable is known
   */
  async find(slug: string): Promise<TenantRecord | null> {
    const cached = this.cache.get(slug);
    const ttlMs = this.channel.healthy ? TTL_MS.heard : TTL_MS.deaf;
    if (cached && Date.now() - cached.readAt < ttlMs) return cached.record;
    if (this.unknown.has(slug)) return null;
    try {
      return await this.read(slug);
    } catch (error) {
      if (cached?.record.status === 'active') return cached.record;
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

  /** Single flight; a read that a change has overtaken answers its caller but is not kept. */
  private read(slug: string): Promise<TenantRecord | null> {
    const running = this.reading.get(slug);
    if (running) return running;
    const reading: Promise<TenantRecord | null> = this.readRow(slug)
      .then((record) => {
        if (this.reading.get(slug) === reading) this.keep(slug, record);
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
    if (record) this.cache.set(slug, { record, readAt: Date.now() });
    else {
      this.cache.delete(slug);
      this.unknown.set(slug, true, { ttl: this.channel.healthy ? least + Math.random() * (most - least) : least });
    }
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

  private drop(slug: string): void {
    this.cache.delete(slug);
    this.unknown.delete(slug);
    this.reading.delete(slug);
  }

  private async readRow(slug: string): Promise<TenantRecord | null> {
    const [row] = await this.control.query<RegistryRow>(
      `SELECT tenant_id, slug, name, status, config_version, connection_string, budget FROM tenant_registry WHERE slug = $1 AND status <> 'deleted'`,
      [slug],
    );
    if (!row) return null;
    const { tenant_id: id, name, status, config_version: version, connection_string: sealed, budget } = row;
    return { id, slug, name, status, configVersion: Number(version), address: openAddress(this.options.keyring, id, sealed), budget };
  }
}
