import type { Role } from '@salient/contracts/admin';
import { accountActions, type AccountAction } from './account-actions.js';
import { PlatformAdminNeeded, RoleMissing } from './admin.errors.js';
import type { AdminUser } from './admin-users.js';

/** From the least to the most that a member may do. */
const ORDER: readonly Role[] = ['viewer', 'editor', 'admin', 'owner'];

/** Whether somebody may know that an account exists. */
export function seesAccount(user: AdminUser, accountId: string): boolean {
  return user.platform_admin || roleIn(user, accountId) !== undefined;
}

/** The role that somebody holds in an account by membership. */
export function roleIn(user: AdminUser, accountId: string): Role | undefined {
  return user.memberships.find((membership) => membership.account_id === accountId)?.role;
}

/** @throws RoleMissing when the user has less than `role` in the account; a platform admin may do everything */
export function requireRole(user: AdminUser, accountId: string, role: Role): void {
  if (user.platform_admin) return;
  const held = roleIn(user, accountId);
  if (!held || ORDER.indexOf(held) < ORDER.indexOf(role)) throw new RoleMissing(role);
}

/** @throws RoleMissing, PlatformAdminNeeded */
export function requireAction(user: AdminUser, accountId: string, action: AccountAction): void {
  const least = accountActions[action];
  if (least === 'platform_admin') requirePlatformAdmin(user);
  else requireRole(user, accountId, least);
}

/** @throws PlatformAdminNeeded */
export function requirePlatformAdmin(user: AdminUser): void {
  if (!user.platform_admin) throw new PlatformAdminNeeded();
}
