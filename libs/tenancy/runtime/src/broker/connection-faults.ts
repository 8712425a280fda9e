const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);
const PG_MESSAGES =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** SQLSTATE classes that speak of the connection or the server, not of the statement: https://www.postgresql.org/docs/18/errcodes-appendix.html */
const CONNECTION_STATES = /^(08|53|57P|3D000|28)/;

/** The error code of PostgreSQL or of the system; empty when there is none. */
export function sqlState(error: unknown): string {
  return (error as { code?: string } | null)?.code ?? '';
}

/** Whether no server answered, as against one that refused. */
export function isNetworkFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isNetworkFailure);
  return NETWORK_CODES.has(sqlState(error)) || PG_MESSAGES.test(error.message);
}

/** Whether the database could not be reached, as against having refused the statement. */
export function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isNetworkFailure(error) || CONNECTION_STATES.test(sqlState(error))) return true;
  const { driverError } = error as { driverError?: unknown };
  return driverError !== undefined && driverError !== error && isConnectionFailure(driverError);
}
