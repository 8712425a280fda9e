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

/** Somebody else changes the account at the same time, or a process still works with what it had. */
export class AccountBusy extends SalientError {
  readonly code = 'account_status_conflict';
}

export class FleetMigrationInProgress extends SalientError {
  readonly code = 'migration_in_progress';
  constructor() {
    super('A migration of the fleet has not ended yet.');
  }
}

export class FleetMigrationNotFound extends SalientError {
  readonly code = 'not_found';
  constructor() {
    super('There is no such fleet migration.');
  }
}

/** An account cannot be moved as asked, or a move not ended any more. */
export class MoveConflict extends SalientError {
  readonly code = 'move_conflict';
}

/** An account cannot be restored in place as asked, or nothing is kept that could be had back. */
export class RestoreConflict extends SalientError {
  readonly code = 'account_status_conflict';
}

export class MoveNotFound extends SalientError {
  readonly code = 'not_found';
  constructor() {
    super('There is no such move.');
  }
}
