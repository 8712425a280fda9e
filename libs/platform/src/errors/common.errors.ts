import type { InputFault } from '@salient/contracts';
import { SalientError } from './salient-error.js';

/** The input breaks the contract; `faults` says where. */
export class InvalidRequest extends SalientError {
  readonly code = 'invalid_request';
  constructor(message: string, faults: readonly InputFault[] = []) {
    super(message, { faults });
  }
}

/** The input is well formed but for fields that do not exist here. */
export class UnknownField extends SalientError {
  readonly code = 'unknown_field';
  constructor(faults: readonly InputFault[]) {
    super(`Not known here: ${faults.map((fault) => fault.pointer).join(', ')}.`, { faults });
  }
}

export class NotFound extends SalientError {
  readonly code = 'not_found';
  constructor(message = 'There is nothing at this address.') {
    super(message);
  }
}

export class BodyTooLarge extends SalientError {
  readonly code = 'body_too_large';
  constructor() {
    super('The body is larger than this service reads.');
  }
}

export class UnsupportedMediaType extends SalientError {
  readonly code = 'unsupported_media_type';
  constructor() {
    super('Send the body as application/json.');
  }
}

/** The process is stopping and takes no new work; another process serves the next try. */
export class Draining extends SalientError {
  readonly code = 'draining';
  constructor() {
    super('This process is stopping. Send the request again.', { retryAfterSeconds: 1 });
  }
}

/** The caller's `If-Match` names another version than the one that is stored (RFC 9110 §13.1.1). */
export class PreconditionFailed extends SalientError {
  readonly code = 'precondition_failed';
  constructor() {
    super('The resource has changed since it was read. Read it again, and repeat the change on what it is now.');
  }
}
