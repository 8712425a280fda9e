import { z } from 'zod';
import { Id, Text, Timestamp } from './primitives.js';

/** The wire types of people: how they sign in, and what they are in accounts. */

const Email = z.email().max(254);
const NewPassword = Text(12, 1_000);
/** Six digits of an authenticator, or a recovery code. */
const SecondFactor = z.string().regex(/^(\d{6}|[a-z2-7]{5}-[a-z2-7]{5})$/, 'must be six digits, or a recovery code');

export const LoginRequest = z.strictObject({ email: Email, password: Text(1, 1_000), totp: SecondFactor.optional() });
export type LoginRequest = z.infer<typeof LoginRequest>;

export const AccessToken = z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.number().int() });
export type AccessToken = z.infer<typeof AccessToken>;

export const Role = z.enum(['owner', 'admin', 'editor', 'viewer']);
export type Role = z.infer<typeof Role>;

export const Me = z.object({
  id: Id,
  email: z.string(),
  name: z.string().nullable(),
  platform_admin: z.boolean(),
  totp_enabled: z.boolean(),
  memberships: z.array(z.object({ account_id: Id, account: z.string(), role: Role })),
});
export type Me = z.infer<typeof Me>;

/** Where somebody is signed in. */
export const SignInSessionView = z.object({
  id: Id,
  created_at: Timestamp,
  /** When it was renewed last: in one that is in use, at most the life of an access token ago. */
  last_used_at: Timestamp,
  /** When it ends unless it is renewed. */
  expires_at: Timestamp,
  /** Where it was renewed last; null where that is not known. */
  address: z.string().nullable(),
  /** What the browser or the program there says that it is. */
  user_agent: z.string().nullable(),
  /** Whether it is the one of this request. */
  current: z.boolean(),
});
export type SignInSessionView = z.infer<typeof SignInSessionView>;

/** Somebody of an account, or somebody who is invited to it. */
export const Member = z.object({
  /** Of the user; of the invitation while it is not accepted. */
  id: Id,
  email: z.string(),
  name: z.string().nullable(),
  role: Role,
  status: z.enum(['active', 'invited']),
  totp_enabled: z.boolean(),
  created_at: Timestamp,
  last_login_at: Timestamp.nullable(),
  /** When an invitation ends; null for a member. */
  expires_at: Timestamp.nullable(),
});
export type Member = z.infer<typeof Member>;

export const InviteRequest = z.strictObject({ email: Email, role: Role });
export type InviteRequest = z.infer<typeof InviteRequest>;

export const UpdateMemberRequest = z.strictObject({ role: Role });
export type UpdateMemberRequest = z.infer<typeof UpdateMemberRequest>;

/** What an invitation says to whoever holds its link. */
export const Invitation = z.object({
  email: z.string(),
  account: z.object({ slug: z.string(), name: z.string() }),
  role: Role,
  /** Whether the invited has a password here already: then that one confirms, otherwise a new one is chosen. */
  has_password: z.boolean(),
  expires_at: Timestamp,
});
export type Invitation = z.infer<typeof Invitation>;

export const AcceptInvitationRequest = z.strictObject({ password: Text(1, 1_000), name: Text(1, 200).optional() });
export type AcceptInvitationRequest = z.infer<typeof AcceptInvitationRequest>;

export const AcceptedInvitation = z.object({ email: z.string(), account: z.string() });
export type AcceptedInvitation = z.infer<typeof AcceptedInvitation>;

export const PasswordResetRequest = z.strictObject({ email: Email });
export type PasswordResetRequest = z.infer<typeof PasswordResetRequest>;

export const NewPasswordRequest = z.strictObject({ password: NewPassword });
export type NewPasswordRequest = z.infer<typeof NewPasswordRequest>;

/** Another password for whoever is signed in, and knows the one that he has. */
export const ChangePasswordRequest = z.strictObject({ current_password: Text(1, 1_000), password: NewPassword });
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;

/** What an authenticator app needs; shown once. */
export const TotpEnrolment = z.object({ secret: z.string(), otpauth_url: z.string() });
export type TotpEnrolment = z.infer<typeof TotpEnrolment>;

export const TotpConfirmation = z.strictObject({ totp: z.string().regex(/^\d{6}$/, 'must be six digits') });
export type TotpConfirmation = z.infer<typeof TotpConfirmation>;

/** Each signs in once in place of a code; shown once. */
export const RecoveryCodes = z.object({ recovery_codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
