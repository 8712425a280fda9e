import { SalientError } from '@salient/platform';

/** Base of what a model provider can fail with. What the provider said is kept in `cause` for the log, never shown. */
export abstract class ModelProviderError extends SalientError {}

/** The provider answered with an error, or with something that is not its protocol. */
export class ProviderFailed extends ModelProviderError {
  readonly code = 'provider_error';
  constructor(cause?: unknown) {
    super('The model provider answered with an error. Please try again.', { cause });
  }
}

/** The provider does not accept this request, such as a model that it does not have. Other requests may well go through. */
export class ProviderRefused extends ModelProviderError {
  readonly code = 'provider_error';
  constructor(cause?: unknown) {
    super('The model provider did not accept the request.', { cause });
  }
}

/** The provider cannot be reached, or asks to come back later. */
export class ProviderUnavailable extends ModelProviderError {
  readonly code = 'provider_unavailable';
  constructor(cause?: unknown, retryAfterSeconds = 5) {
    super('The model provider cannot be reached right now. Please try again shortly.', { cause, retryAfterSeconds });
  }
}

/** The provider did not answer within the time allowed. */
export class ProviderTimedOut extends ModelProviderError {
  readonly code = 'provider_timeout';
  constructor(cause?: unknown) {
    super('The model provider took too long to answer. Please try again.', { cause });
  }
}
