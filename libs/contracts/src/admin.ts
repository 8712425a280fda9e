import { z } from 'zod';
import { AccountStatus } from './account-status.js';
import { Grace, Id, Slug, Text, Timestamp } from './primitives.js';

export * from './account-status.js';
export * from './agents.js';
export * from './api-tokens.js';
export * from './audit.js';
export * from './conversations.js';
export * from './directory-schemas.js';
export * from './fleet.js';
export * from './usage.js';
export * from './people.js';

/** The wire types of admin-api. */

export const Account = z.object({
  id: Id,
  slug: Slug,
  name: z.string(),
  status: AccountStatus,
  created_at: Timestamp,
  updated_at: Timestamp,
  /** When a deleted account's data are gone for good; null while it is not deleted. */
  delete_after: Timestamp.nullable(),
});
export type Account = z.infer<typeof Account>;

export const CreateAccountRequest = z.strictObject({ slug: Slug, name: Text(1, 200) });
export type CreateAccountRequest = z.infer<typeof CreateAccountRequest>;

export const UpdateAccountRequest = z.strictObject({ slug: Slug.optional(), name: Text(1, 200).optional() });
export type UpdateAccountRequest = z.infer<typeof UpdateAccountRequest>;

/** How long a deleted account can be had back: `0`, or minutes, hours or days such as `30m`, `12h`, `7d`; at most 90 days. */
export const DeleteAccountQuery = z.strictObject({ grace: Grace.default('7d') });
export type DeleteAccountQuery = z.infer<typeof DeleteAccountQuery>;
