import { SalientError } from '@salient/platform';

export class ConversationNotFound extends SalientError {
  readonly code = 'session_not_found';
  constructor() {
    super('There is no such conversation in this account.');
  }
}

export class QuestionNotFound extends SalientError {
  readonly code = 'not_found';
  constructor() {
    super('No question of that key is unanswered.');
  }
}

export class EntryNotFound extends SalientError {
  readonly code = 'not_found';
  constructor() {
    super('The account has no such directory entry.');
  }
}

export class ListNotFound extends SalientError {
  readonly code = 'not_found';
  constructor(slug: string) {
    super(`The account has no directory list "${slug}".`);
  }
}
