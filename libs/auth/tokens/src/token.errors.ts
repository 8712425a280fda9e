import { SalientError } from '@salient/platform';

export class TokenMissing extends SalientError {
  readonly code = 'token_missing';
  constructor() {
    super('Send a token as "Authorization: Bearer …".');
  }
}

export class TokenInvalid extends SalientError {
  readonly code = 'token_invalid';
  constructor() {
    super('The token is malformed, mistyped or unknown.');
  }
}

export class TokenExpired extends SalientError {
  readonly code = 'token_expired';
  constructor() {
    super('The token has expired.');
  }
}

export class TokenRevoked extends SalientError {
  readonly code = 'token_revoked';
  constructor() {
    super('The token has been deleted.');
  }
}

export class ScopeMissing extends SalientError {
  readonly code = 'scope_missing';
  constructor(scope: string) {
    super(`The token lacks the scope "${scope}".`);
  }
}

export class AccountMismatch extends SalientError {
  readonly code = 'account_mismatch';
  constructor() {
    super('The path, X-Tenant-Slug and the token must name the same account.');
  }
}

export class Forbidden extends SalientError {
  readonly code = 'forbidden';
  constructor(message = 'The token may not do this.') {
    super(message);
  }
}

export class OriginNotAllowed extends SalientError {
  readonly code = 'origin_not_allowed';
  constructor() {
    super('The publishable token may not be used from this page. An admin of the account can add its origin.');
  }
}

/** Whether there is such a session is none of the caller's business. */
export class SessionOutOfReach extends SalientError {
  readonly code = 'session_not_found';
  constructor() {
    super('There is no such session with this agent.');
  }
}

/** The control database cannot tell whether a token is good: nobody is let in, and nobody is called a liar. */
export class TokensUnavailable extends SalientError {
  readonly code = 'tenant_unavailable';
  constructor(cause: unknown) {
    super('Tokens cannot be checked right now. Please try again shortly.', { cause, retryAfterSeconds: 2 });
  }
}
