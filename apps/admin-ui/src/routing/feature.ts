import type { Role } from '@salient/contracts/admin';
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

/**
 * Where a page lives: `account` below `/accounts/{account}`, `platform` below `/platform` for platform admins, `person` below
 * `/you`, and `open` at the root, for whoever is not signed in.
 */
export type Area = 'account' | 'platform' | 'person' | 'open';

/** The entries of the navigation, in their order; each is shown once a feature has claimed it. */
export const navigationNames = [
  'overview',
  'agents',
  'tokens',
  'directories',
  'conversations',
  'unanswered',
  'usage',
  'members',
  'audit',
  'accounts',
  'fleet',
] as const;
export type NavigationName = (typeof navigationNames)[number];

export interface FeaturePage {
  readonly area: Area;
  /** Below its area, such as `agents/$agent`; `''` is the area's first page. */
  readonly path: string;
  /** Of the account's pages: the least role that can do there what it is for. */
  readonly role?: Role;
  /** Loads the page when it is first visited: `() => import('./agents-page.js')`. */
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

/** What a folder of `src/features` brings: its pages, and at most one entry of the navigation. */
export interface Feature {
  readonly pages: readonly FeaturePage[];
  readonly navigation?: {
    readonly name: NavigationName;
    readonly area: 'account' | 'platform';
    readonly path: string;
    readonly icon: LucideIcon;
    /** The least role that has a use for it. */
    readonly role?: Role;
  };
}
