import { SalientError } from '@salient/platform';

export class AgentNotFound extends SalientError {
  readonly code = 'agent_not_found';
  constructor(slug: string) {
    super(`There is no agent "${slug.slice(0, 100)}" in this account.`);
  }
}
