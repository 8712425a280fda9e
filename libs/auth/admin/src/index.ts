export { accountActions, type AccountAction } from './access/account-actions.js';
export { actorNames } from './access/actor-names.js';
export { actorOf, principalOf, type Actor } from './access/actor.js';
export { requireAction, requirePlatformAdmin, requireRole, roleIn, seesAccount } from './access/roles.js';
export { tokenCaller } from './access/token-caller.js';
export { AuthModule } from './auth.module.js';
export type { AuthOptions } from './auth.options.js';
export { adminUsers, type AdminUser, type Membership } from './people/admin-users.js';
export { Invitations } from './people/invitations.service.js';
export { members } from './people/member.store.js';
export { Members, memberTag, memberView } from './people/members.service.js';
export { PasswordChange } from './people/password-change.service.js';
export { PasswordResets } from './people/password-resets.service.js';
export { ACCESS_TOKEN_SECONDS } from './sign-in/access-tokens.js';
export { AuthService, type SignIn } from './sign-in/auth.service.js';
export { holdsPrivateKeys, JWT_ALGORITHMS, JwtKeys, type JwtAlgorithm } from './sign-in/jwt-keys.js';
export { REFRESH_TOKEN_DAYS } from './sign-in/refresh-tokens.js';
export type { RequestOrigin } from './sign-in/request-origin.js';
export { SignInSessions, type SignInSession } from './sign-in/sign-in-sessions.service.js';
export {
  AccessTokenExpired,
  AccessTokenInvalid,
  AccessTokenMissing,
  InvalidCredentials,
  RefreshTokenInvalid,
  RoleMissing,
} from './sign-in/sign-in.errors.js';
export { TokenAdministration, type MadeToken } from './tokens/token-administration.service.js';
export { TokenExpiryWatch } from './tokens/token-expiry-watch.js';
export { TokenNotActive, TokenNotFound } from './tokens/token.errors.js';
export { tokenTag, tokenView } from './tokens/token.view.js';
export { SecondFactor } from './totp/second-factor.service.js';
export { resealSecondFactors } from './totp/totp-secrets.js';
