import { Injectable } from '@nestjs/common';
import { requireRole, seesAccount, type AdminUser } from '@salient/auth/admin';
import type { Role } from '@salient/contracts/admin';
import { ControlDatabase } from '@salient/platform';
import { AccountNotFound } from '@salient/tenancy';
import { accounts, type AccountRow } from '@salient/tenancy/lifecycle';

/** Finds the account of a path for somebody. One that the caller may not see does not exist for him. */
@Injectable()
export class AccountAccess {
  constructor(private readonly control: ControlDatabase) {}

  /** @throws AccountNotFound, RoleMissing */
  async find(admin: AdminUser, idOrSlug: string, role: Role): Promise<AccountRow> {
    const account = await accounts.find(this.control, idOrSlug);
    if (!seesAccount(admin, account.id)) throw new AccountNotFound(idOrSlug);
    requireRole(admin, account.id, role);
    return account;
  }
}
