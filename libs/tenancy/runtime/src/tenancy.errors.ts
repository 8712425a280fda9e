import { SalientError } from '@salient/platform';

/** Code asked for the tenant's database outside a tenant's scope: a fault of ours, refused rather than guessed. */
export class NoCurrentTenant extends Error {
  override readonly name = 'NoCurrentTenant';
  constructor() {
    super('No tenant is current here: run this inside TenantScope.run().');
  }
}

export class AccountNotFound extends SalientError {
  readonly code = 'account_not_found';
  constructor(slug: string) {
    super(`There is no account "${slug.slice(0, 100)}".`);
  }
}

/** The account's database cannot be reached now; other accounts are not affected. */
export class TenantUnavailable extends SalientError {
  readonly code = 'tenant_unavailable';
  constructor(cause?: unknown, retryAfterSeconds = 5) {
    super('The account is not available right now. Please try again shortly.', { cause, retryAfterSeconds });
  }
}

export class TenantSuspended extends SalientError {
  readonly code = 'tenant_suspended';
  constructor() {
    super('The account is suspended. Its owner can say more.', { retryAfterSeconds: 3600 });
  }
}
