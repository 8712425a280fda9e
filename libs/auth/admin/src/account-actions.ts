import type { Role } from '@salient/contracts/admin';

/** What can be done in an account, and the least role that may do it. Owners may do everything; so may platform admins. */
export const accountActions = {
  'account:read': 'viewer',
  'account:write': 'admin',
  'account:delete': 'owner',
  'agents:read': 'viewer',
  'agents:write': 'editor',
  'directories:read': 'viewer',
  'directories:write': 'editor',
  'conversations:read': 'viewer',
  'conversations:write': 'editor',
  'conversations:erase': 'admin',
  'usage:read': 'viewer',
  'members:read': 'viewer',
  'members:write': 'admin',
  'tokens:read': 'admin',
  'tokens:write': 'admin',
  'audit:read': 'admin',
  /** What only a platform admin may do to an account; its members are told so, everybody else that it does not exist. */
  'account:operate': 'platform_admin',
} as const satisfies Record<string, Role | 'platform_admin'>;

export type AccountAction = keyof typeof accountActions;
