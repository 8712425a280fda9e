import type { Member, Role } from '@salient/contracts/admin';
import { useMay } from '../../api/index.js';

/** From the most to the least that somebody may do. */
export const roles = ['owner', 'admin', 'editor', 'viewer'] as const satisfies readonly Role[];

/** Which roles somebody may give, and to whom: whatever touches an owner is for owners. */
export function useRoleRights(account: string): { readonly given: readonly Role[]; readonly mayChange: (member: Member) => boolean } {
  const isOwner = useMay(account, 'owner');
  const isAdmin = useMay(account, 'admin');
  return {
    given: isOwner ? roles : roles.filter((role) => role !== 'owner'),
    mayChange: ({ role }) => isAdmin && (isOwner || role !== 'owner'),
  };
}
