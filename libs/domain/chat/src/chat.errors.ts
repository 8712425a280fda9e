import { problems, type ProblemCode } from '@salient/contracts';
import { SalientError } from '@salient/platform';

export class SessionNotFound extends SalientError {
  readonly code = 'session_not_found';
  constructor() {
    super('There is no such session with this agent.');
  }
}

export class TurnNotFound extends SalientError {
  readonly code = 'turn_not_found';
  constructor() {
    super('There is no such turn with this agent.');
  }
}

/** The message is not there, or is not the caller's to see. */
export class MessageNotFound extends SalientError {
  readonly code = 'not_found';
  constructor() {
    super('There is no such message with this agent.');
  }
}

export class TicketInvalid extends SalientError {
  readonly code = 'token_invalid';
  constructor() {
    super('The ticket is malformed, unknown or of another agent.');
  }
}

export class TicketExpired extends SalientError {
  readonly code = 'token_expired';
  constructor() {
    super('The ticket was not used in time, or its turn ended long ago. Ask for another one.');
  }
}

export class TurnInProgress extends SalientError {
  readonly code = 'turn_in_progress';
  constructor() {
    super('The session is still answering the message before. Wait for its end, or stop it.', { retryAfterSeconds: 1 });
  }
}

/** A turn that ended without an answer: what is stored of it is its code. */
export class TurnFailed extends SalientError {
  constructor(readonly code: ProblemCode) {
    super(`${problems[code].title}. The answer was not finished.`, { retryAfterSeconds: problems[code].status === 503 ? 5 : undefined });
  }
}
