import { SalientError } from '../errors/salient-error.js';

export class IdempotencyInProgress extends SalientError {
  readonly code = 'idempotency_in_progress';
  constructor() {
    super('The first request with this key is still running.', { retryAfterSeconds: 1 });
  }
}

export class IdempotencyMismatch extends SalientError {
  readonly code = 'idempotency_mismatch';
  constructor() {
    super('This key was used before with another request.');
  }
}
