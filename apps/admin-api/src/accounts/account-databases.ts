import { Injectable } from '@nestjs/common';
import { Tenants } from '@salient/tenancy';
import type { AccountRow } from '@salient/tenancy/lifecycle';

/** Lets an admin's request work inside the database of an account that it may enter. */
@Injectable()
export class AccountDatabases {
  constructor(private readonly tenants: Tenants) {}

  /**
   * Runs `work` with `TenantDb` reaching the account.
   *
   * @throws TenantSuspended, TenantUnavailable
   */
  async in<Result>(account: AccountRow, work: () => Promise<Result>): Promise<Result> {
    return this.tenants.run(await this.tenants.find(account.slug), work, 'admin request');
  }
}
