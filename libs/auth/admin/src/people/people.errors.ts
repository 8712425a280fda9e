import { NotFound, SalientError } from '@salient/platform';

export class MemberNotFound extends NotFound {
  constructor() {
    super('There is no such member or invitation in this account.');
  }
}

export class MemberExists extends SalientError {
  readonly code = 'member_exists';
  constructor(email: string) {
    super(`${email} is a member of this account already.`);
  }
}

/** An account always has somebody who may do everything. */
export class LastOwner extends SalientError {
  readonly code = 'last_owner';
  constructor() {
    super('This is the last owner of the account. Make somebody else an owner first.');
  }
}

/** The same for a link that never was, is over, or was used. */
export class LinkInvalid extends NotFound {
  constructor() {
    super('This link is not good any more. Ask for a new one.');
  }
}
