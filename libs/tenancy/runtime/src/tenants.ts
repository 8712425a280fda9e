import { Injectable } from '@nestjs/common';
import { AccountNotFound, TenantSuspended, TenantUnavailable } from './tenancy.errors.js';
import { runAsTenant } from './tenant-db.js';
import { TenantHandles, type TenantLease } from './tenant-handles.js';
import { TenantRegistry } from './tenant-registry.js';
import type { TenantRecord } from './tenant.js';

/** What an app asks of tenancy: find an account, borrow its database, run work in it. */
@Injectable()
export class Tenants {
  constructor(
    private readonly registry: TenantRegistry,
    private readonly handles: TenantHandles,
  ) {}

  /**
   * The account of a slug, whatever its status.
   *
   * @throws AccountNotFound, or TenantUnavailable when the registry cannot tell
   */
  async find(slug: string): Promise<TenantRecord> {
    const tenant = await this.registry.find(slug);
    if (!tenant) throw new AccountNotFound(slug);
    return tenant;
  }

  /**
   * The account of an id, whatever its status.
   *
   * @throws AccountNotFound, or TenantUnavailable when the registry cannot tell
   */
  async findById(id: string): Promise<TenantRecord> {
    const tenant = await this.registry.findById(id);
    if (!tenant) throw new AccountNotFound(id);
    return tenant;
  }

  /**
   * Borrows an account's database until the lease is released. Waits for one that is moving to another server. The record is
   * looked at again: a slow request may hold one from before a change.
   *
   * @param owner what for, for whoever looks for a lease that did not come back
   * @throws TenantSuspended or TenantUnavailable when the account is not in service, or its schema is too old or too new for this code
   */
  async lend({ id, slug }: TenantRecord, owner?: string): Promise<TenantLease> {
    const found = await this.registry.find(slug);
    if (found?.id !== id) throw new TenantUnavailable('the account is not there any more');
    const tenant = found.status === 'moving' ? await this.registry.afterMove(found) : found;
    if (tenant.status === 'suspended') throw new TenantSuspended();
    if (tenant.status !== 'active') throw new TenantUnavailable(`status ${tenant.status}`);
    return this.handles.lend(await this.registry.withSchema(tenant), owner);
  }

  /** Borrows, runs `work` with `TenantDb` reaching this account, and gives back. */
  async run<Result>(tenant: TenantRecord, work: () => Promise<Result>, owner?: string): Promise<Result> {
    await using lease = await this.lend(tenant, owner);
    return await runAsTenant(lease, work);
  }
}
