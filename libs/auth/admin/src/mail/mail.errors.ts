import { SalientError } from '@salient/platform';

export class MailUnavailable extends SalientError {
  readonly code = 'mail_unavailable';
  constructor(cause?: unknown) {
    super('The e-mail cannot be sent right now. Nothing is lost: ask again shortly.', { cause, retryAfterSeconds: 30 });
  }
}
