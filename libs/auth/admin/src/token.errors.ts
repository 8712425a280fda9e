import { NotFound, SalientError } from '@salient/platform';

export class TokenNotFound extends NotFound {
  constructor() {
    super('There is no such token in this account.');
  }
}

/** What has ended for good is not changed any more. */
export class TokenNotActive extends SalientError {
  readonly code = 'token_not_active';
  constructor() {
    super('The token has been deleted. Make a new one.');
  }
}
