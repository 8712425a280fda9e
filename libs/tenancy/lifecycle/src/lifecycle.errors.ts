import { SalientError } from '@salient/platform';

export class SlugTaken extends SalientError {
  readonly code = 'slug_taken';
  constructor(slug: string) {
    super(`The slug "${slug}" is taken.`);
  }
}

/** What is asked for does not go with what the account is doing now. */
export class AccountStatusConflict extends SalientError {
  readonly code = 'account_status_conflict';
  constructor(status: string) {
    super(`This cannot be done while the account is ${status}.`);
  }
}
