import type { InputFault } from '@salient/contracts';
import { SalientError } from '@salient/platform';

/** A schema or an overlay that cannot be used; `faults` point into it. */
export class SchemaUnusable extends SalientError {
  readonly code = 'schema_invalid';
  constructor(faults: readonly InputFault[], what = 'schema') {
    super(`The ${what} cannot be used: ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`, { faults });
  }
}

export class SchemaExists extends SalientError {
  readonly code = 'schema_exists';
  constructor(entryType: string) {
    super(`There is a directory schema "${entryType}" already: add a version to it.`);
  }
}

export class OverlayNotFound extends SalientError {
  readonly code = 'not_found';
  constructor(entryType: string, version?: number) {
    super(
      `The account has no overlay ${version === undefined ? '' : `of version ${version} `}over the schema "${entryType.slice(0, 100)}".`,
    );
  }
}
