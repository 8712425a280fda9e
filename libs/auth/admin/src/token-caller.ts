import type { Principal } from '@salient/auth/tokens';
import type { Role, TokenScope } from '@salient/contracts/admin';
import type { AdminUser } from './admin-users.js';

/** An API token where the admin API takes one: it may do in its own account what a member of the scope's role may. */
export function tokenCaller({ id, tokenId, tenantId, agents }: Principal, scope: TokenScope): AdminUser {
  const role: Role = scope.endsWith(':write') ? 'editor' : 'viewer';
  return {
    id: tokenId ?? id,
    email: '',
    platform_admin: false,
    memberships: [{ account_id: tenantId, account: '', role }],
    isApiToken: true,
    agents,
  };
}
