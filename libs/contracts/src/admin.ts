import { z } from 'zod';
import { Id, Slug, Text, Timestamp } from './primitives.js';

export * from './agents.js';
export * from './api-tokens.js';
export * from './conversations.js';
export * from './usage.js';

/** The wire types of admin-api. */

export const LoginRequest = z.strictObject({
  email: z.email().max(254),
  password: Text(1, 1_000),
  totp: z.string().max(10).optional(),
});
export type LoginRequest = z.infer<typeof LoginRequest>;

export const AccessToken = z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.number().int() });
export type AccessToken = z.infer<typeof AccessToken>;

export const Role = z.enum(['owner', 'admin', 'editor', 'viewer']);
export type Role = z.infer<typeof Role>;

export const Me = z.object({
  id: Id,
  email: z.string(),
  platform_admin: z.boolean(),
  memberships: z.array(z.object({ account_id: Id, account: z.string(), role: Role })),
});
export type Me = z.infer<typeof Me>;

export const AccountStatus = z.enum(['provisioning', 'active', 'suspended', 'moving', 'deleting', 'deleted']);
export type AccountStatus = z.infer<typeof AccountStatus>;

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

/** A tenant as platform admins see it: where it lives and how it is. */
export const Tenant = z.object({
  id: Id,
  slug: Slug,
  status: AccountStatus,
  server: z.string(),
  database: z.string(),
  config_version: z.number().int(),
  schema_version: z.string().nullable(),
  /** Why the last migration failed; null when it did not. */
  migration_error: z.string().nullable(),
  migration_failed_at: Timestamp.nullable(),
  /** Connections to its database now, of all processes; null when its server cannot be asked. */
  connections: z.number().int().nullable(),
  created_at: Timestamp,
});
export type Tenant = z.infer<typeof Tenant>;

export const CreateAccountRequest = z.strictObject({ slug: Slug, name: Text(1, 200) });
export type CreateAccountRequest = z.infer<typeof CreateAccountRequest>;

export const UpdateAccountRequest = z.strictObject({ slug: Slug.optional(), name: Text(1, 200).optional() });
export type UpdateAccountRequest = z.infer<typeof UpdateAccountRequest>;

/** How long a deleted account can be had back: `0`, or minutes, hours or days such as `30m`, `12h`, `7d`; at most 90 days. */
export const DeleteAccountQuery = z.strictObject({
  grace: z
    .string()
    .regex(/^(0|[1-9]\d{0,4}[mhd])$/, 'must be 0 or a number of minutes, hours or days, such as 7d')
    .default('7d'),
});
export type DeleteAccountQuery = z.infer<typeof DeleteAccountQuery>;

export const DirectorySchemaSummary = z.object({
  entry_type: z.string(),
  title: z.string(),
  description: z.string(),
  latest_version: z.number().int(),
});
export type DirectorySchemaSummary = z.infer<typeof DirectorySchemaSummary>;

export const DirectorySchemaVersion = z.object({
  entry_type: z.string(),
  version: z.number().int(),
  schema: z.record(z.string(), z.unknown()),
  created_at: Timestamp,
});
export type DirectorySchemaVersion = z.infer<typeof DirectorySchemaVersion>;

export const DirectorySchemaDetail = DirectorySchemaVersion.extend({ versions: z.array(z.number().int()) });
export type DirectorySchemaDetail = z.infer<typeof DirectorySchemaDetail>;
