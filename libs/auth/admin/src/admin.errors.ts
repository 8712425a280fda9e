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
