import { SalientError } from '@salient/platform';

export class ImportNotFound extends SalientError {
  readonly code = 'not_found';
  constructor() {
    super('The list has no such import.');
  }
}

/** The import is not in a status that allows it, or the list is not any more what its dry run has seen. */
export class ImportConflict extends SalientError {
  readonly code = 'import_conflict';
}

/** The file cannot be imported at all. The message is shown with the import. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

/** Somebody else has taken the import away: it was cancelled, or given up for lost. */
export class ImportTaken extends Error {
  override readonly name = 'ImportTaken';
}
