import type { Keyring } from '@salient/platform';
import type { JwtKeys } from './sign-in/jwt-keys.js';

export interface AuthOptions {
  readonly jwt: {
    readonly keys: JwtKeys;
    readonly issuer: string;
    readonly audience: string;
  };
  /** Another issuer whose access tokens are taken too; null for none. */
  readonly outside: OutsideIssuerOptions | null;
  /** Seals the secrets of second factors. */
  readonly keyring: Keyring;
  /** Where people open the links that they are mailed. */
  readonly publicAdminUrl: string;
  readonly mail: MailOptions;
}

export interface OutsideIssuerOptions {
  readonly jwksUrl: string;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithm: string;
}

export interface MailOptions {
  /** `smtps://user:password@host[?from=…]`; null where none is configured. */
  readonly smtpUrl: string | null;
  /** Without SMTP: whether mail is shown where the service runs. */
  readonly isDevelopment: boolean;
}

export const AUTH_OPTIONS = Symbol('AuthOptions');
