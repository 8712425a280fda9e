export { accountActions, type AccountAction } from './account-actions.js';
export { actorOf, principalOf, type Actor } from './actor.js';
export {
  AccessTokenExpired,
  AccessTokenInvalid,
  AccessTokenMissing,
  InvalidCredentials,
  RefreshTokenInvalid,
  RoleMissing,
} from './admin.errors.js';
export { adminUsers, type AdminUser, type Membership } from './admin-users.js';
export { AuthModule } from './auth.module.js';
export type { AuthOptions } from './auth.options.js';
export { ACCESS_TOKEN_SECONDS, AuthService, type SignIn } from './auth.service.js';
export { REFRESH_TOKEN_DAYS } from './refresh-tokens.js';
export { requireAction, requirePlatformAdmin, requireRole, roleIn, seesAccount } from './roles.js';
export { tokenCaller } from './token-caller.js';
export { TokenAdministration, type MadeToken } from './token-administration.service.js';
export { TokenNotActive, TokenNotFound } from './token.errors.js';
export { tokenTag, tokenView } from './token.view.js';
