import { SalientError } from '@salient/platform';

export class AgentSlugTaken extends SalientError {
  readonly code = 'slug_taken';
  constructor(slug: string) {
    super(`The account has an agent "${slug}" already.`);
  }
}

export class VersionNotFound extends SalientError {
  readonly code = 'not_found';
  constructor(version: number | 'draft') {
    super(version === 'draft' ? 'The agent has no draft.' : `The agent has no version ${version}.`);
  }
}
