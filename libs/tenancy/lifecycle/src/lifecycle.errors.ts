import { SalientError } from '@salient/platform';

export class SlugTaken extends SalientError {
  readonly code = 'slug_taken';
  constructor(slug: string) {
    super(`The slug "${slug}" is taken.`);
  }
}
