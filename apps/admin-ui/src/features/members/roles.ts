import type { Role } from '@salient/contracts/admin';

/** From the most to the least that somebody may do. */
export const roles = ['owner', 'admin', 'editor', 'viewer'] as const satisfies readonly Role[];
