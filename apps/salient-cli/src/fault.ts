import { CannotUnseal, InvalidEnvironment, SalientError } from '@salient/platform';
import { isConnectionFailure } from '@salient/tenancy';
import { ArchiveMismatch } from '@salient/tenancy/lifecycle';

const EXPLAINED = [SalientError, InvalidEnvironment, CannotUnseal, ArchiveMismatch];

/** What to print of an error that ends a command: a sentence, or the error with its stack where nobody has foreseen it. */
export function faultOf(error: unknown): unknown {
  if (EXPLAINED.some((kind) => error instanceof kind)) return (error as Error).message;
  if (!isConnectionFailure(error)) return error;
  const [cause] = error instanceof AggregateError ? (error.errors as Error[]) : [error as Error];
  return `The database cannot be reached: ${cause!.message}. Look at POSTGRES_ADMIN_URL.`;
}
