import type { InputFault } from '@salient/contracts';
import { SalientError } from '@salient/platform';

export class ListNotFound extends SalientError {
  readonly code = 'not_found';
  constructor(idOrSlug: string) {
    super(`The account has no directory list "${idOrSlug.slice(0, 100)}".`);
  }
}

export class ListSlugTaken extends SalientError {
  readonly code = 'slug_taken';
  constructor(slug: string) {
    super(`The account has a directory list "${slug}" already.`);
  }
}

export class EntryNotFound extends SalientError {
  readonly code = 'not_found';
  constructor() {
    super('The list has no such entry.');
  }
}

export class EntryExists extends SalientError {
  readonly code = 'entry_exists';
  constructor() {
    super('The list has an entry with this external_key already.', {
      faults: [{ pointer: '/external_key', code: 'taken', detail: 'is the key of another entry of the list' }],
    });
  }
}

/** The entry has been what it is since it was made. */
export class NothingToUndo extends SalientError {
  readonly code = 'not_found';
  constructor() {
    super('The entry has no such version to bring back.');
  }
}

/** An import or a move of the list to another schema holds all of its entries. */
export class ListBusy extends SalientError {
  readonly code = 'import_conflict';
  constructor() {
    super('All entries of this list are being changed right now. Try again when that is done.');
  }
}

/** Entries that would not fit what is asked for; nothing was changed. Pointers begin with the entry's id. */
export class EntriesDoNotFit extends SalientError {
  readonly code = 'schema_invalid';
  constructor(count: number, faults: readonly InputFault[]) {
    super(`${count} ${count === 1 ? 'entry does' : 'entries do'} not fit the schema; nothing was changed.`, { faults });
  }
}
