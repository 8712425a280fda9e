import type { InputFault } from '@salient/contracts';
import { SalientError } from '@salient/platform';

/** Entries that cannot be written, mostly because their list's schema refuses them; nothing was written. */
export class EntriesRefused extends SalientError {
  readonly code = 'schema_invalid';
  constructor(faults: readonly InputFault[]) {
    super(`The entries do not fit the list's schema: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`, { faults });
  }
}

export class SchemaNotFound extends SalientError {
  readonly code = 'not_found';
  constructor(entryType: string) {
    super(`There is no directory schema "${entryType.slice(0, 100)}" of that version.`);
  }
}

/** A tool call that cannot be carried out. The message is for the model, which may try again. */
export class ToolCallRefused extends Error {
  override readonly name = 'ToolCallRefused';
}
