import { SalientError } from '@salient/platform';

/** The same for an unknown e-mail and a wrong password: nobody learns who has a user here. */
export class InvalidCredentials extends SalientError {
  readonly code = 'invalid_credentials';
  constructor() {
    super('E-mail or password is wrong.');
  }
}

export class AccessTokenMissing extends SalientError {
  readonly code = 'token_missing';
  constructor() {
    super('Sign in, and send the access token as "Authorization: Bearer …".');
  }
}

export class AccessTokenInvalid extends SalientError {
  readonly code = 'token_invalid';
  constructor() {
    super('The access token is not valid here.');
  }
}

export class AccessTokenExpired extends SalientError {
  readonly code = 'token_expired';
  constructor() {
    super('The access token has expired. Refresh it, or sign in again.');
  }
}

export class RefreshTokenInvalid extends SalientError {
  readonly code = 'token_invalid';
  constructor() {
    super('The session cannot be renewed. Sign in again.');
  }
}

export class RoleMissing extends SalientError {
  readonly code = 'forbidden';
  constructor(role: string) {
    super(`This needs the role "${role}" in the account.`);
  }
}

/** Only a platform admin may do this. */
export class PlatformAdminNeeded extends SalientError {
  readonly code = 'forbidden';
  constructor() {
    super('Only a platform admin may do this.');
  }
}

/** The password is right; the code of the second factor is missing. */
export class TotpRequired extends SalientError {
  readonly code = 'totp_required';
  constructor() {
    super('Send the code of your second factor as "totp" too.');
  }
}

export class TotpConflict extends SalientError {
  readonly code = 'totp_conflict';
}

/** The keys of the outside issuer cannot be had: nobody is let in, and nobody is called a liar. */
export class IssuerUnavailable extends SalientError {
  readonly code = 'tenant_unavailable';
  constructor(cause: unknown) {
    super('Access tokens of your identity provider cannot be checked right now.', { cause, retryAfterSeconds: 5 });
  }
}
