import { Injectable } from '@nestjs/common';
import { requireAction, requireRole, seesAccount, type AccountAction, type AdminUser } from '@salient/auth/admin';
import { AccountMismatch } from '@salient/auth/tokens';
import type { Role } from '@salient/contracts/admin';
import { ControlDatabase } from '@salient/platform';
import { AccountNotFound } from '@salient/tenancy';
import { accounts, type AccountRow } from '@salient/tenancy/lifecycle';

/** Finds the account of a path for somebody. One that the caller may not see does not exist for him. */
@Injectable()
export class AccountAccess {
  constructor(private readonly control: ControlDatabase) {}

  /**
   * The account, if the caller may do this in it.
   *
   * @param header `X-Tenant-Slug`, which has to agree with the path
   * @throws AccountNotFound, AccountMismatch, RoleMissing, PlatformAdminNeeded
   */
  async enter(admin: AdminUser, idOrSlug: string, action: AccountAction, header?: string | string[]): Promise<AccountRow> {
    const account = await this.see(admin, idOrSlug);
    if (header !== undefined && header !== account.slug) throw new AccountMismatch();
    requireAction(admin, account.id, action);
    return account;
  }

  /** @throws AccountNotFound, RoleMissing */
  async find(admin: AdminUser, idOrSlug: string, role: Role): Promise<AccountRow> {
    const account = await this.see(admin, idOrSlug);
    requireRole(admin, account.id, role);
    return account;
  }

  private async see(admin: AdminUser, idOrSlug: string): Promise<AccountRow> {
    const account = await accounts.find(this.control, idOrSlug);
    if (seesAccount(admin, account.id)) return account;
    throw admin.isApiToken ? new AccountMismatch() : new AccountNotFound(idOrSlug);
  }
}
