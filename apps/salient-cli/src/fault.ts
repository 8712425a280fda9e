import { CannotUnseal, InvalidEnvironment, SalientError } from '@salient/platform';
import { isConnectionFailure, TenantUnavailable } from '@salient/tenancy';
import { UnusableArchive } from '@salient/tenancy/lifecycle';

const EXPLAINED = [SalientError, InvalidEnvironment, CannotUnseal, UnusableArchive];

/** What to print of an error that ends a command: a sentence, or the error with its stack where nobody has foreseen it. */
export function faultOf(error: unknown): unknown {
  if (error instanceof TenantUnavailable) return `The account is not available: ${reasonOf(error)}`; // visitors are not told why
  if (isInterrupted(error)) return 'Interrupted.';
  if (isFileFault(error) && !isConnectionFailure(error)) return error.message;
  if (EXPLAINED.some((kind) => error instanceof kind)) return (error as Error).message;
  if (!isConnectionFailure(error)) return error;
  const [cause] = error instanceof AggregateError ? (error.errors as Error[]) : [error as Error];
  return `The database cannot be reached: ${cause!.message}. Look at POSTGRES_ADMIN_URL, or at the account's server.`;
}

function reasonOf({ cause, message }: Error): string {
  return cause instanceof Error ? cause.message : String(cause ?? message);
}

function isInterrupted(error: unknown): boolean {
  return (error as Error | null)?.name === 'AbortError';
}

/** The system refused a file: there is none, it is not ours, the disk is full. */
function isFileFault(error: unknown): error is NodeJS.ErrnoException {
  const { syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
  return syscall !== undefined && (path !== undefined || syscall === 'read' || syscall === 'write');
}
