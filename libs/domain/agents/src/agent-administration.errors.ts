import { SalientError } from '@salient/platform';

export class AgentSlugTaken extends SalientError {
  readonly code = 'slug_taken';
  constructor(slug: string) {
    super(`The account has an agent "${slug}" already.`);
  }
}
