import type { Role } from '@salient/contracts/admin';
import { PlatformAdminNeeded, RoleMissing } from './admin.errors.js';
import type { AdminUser } from './admin-users.js';

/** From the least to the most that a member may do. */
const ORDER: readonly Role[] = ['viewer', 'editor', 'admin', 'owner'];

/** Whether somebody may know that an account exists. */
export function seesAccount(user: AdminUser, accountId: string): boolean {
  return user.platform_admin || user.memberships.some((membership) => membership.account_id === accountId);
}

/** @throws RoleMissing when the user has less than `role` in the account; a platform admin may do everything */
export function requireRole(user: AdminUser, accountId: string, role: Role): void {
  if (user.platform_admin) return;
  const held = user.memberships.find((membership) => membership.account_id === accountId)?.role;
  if (!held || ORDER.indexOf(held) < ORDER.indexOf(role)) throw new RoleMissing(role);
}

/** @throws PlatformAdminNeeded */
export function requirePlatformAdmin(user: AdminUser): void {
  if (!user.platform_admin) throw new PlatformAdminNeeded();
}
