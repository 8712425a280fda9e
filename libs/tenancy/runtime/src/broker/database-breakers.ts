import {
  circuitBreaker,
  BrokenCircuitError,
  ConsecutiveBreaker,
  handleWhen,
  IsolatedCircuitError,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { isNetworkFailure, sqlState } from './connection-faults.js';

const DATABASE_FAILURES = 3;
const SERVER_FAILURES = 10;
const OPEN_MS = 2_000;
const BREAKERS_MAX = 10_000;

/** The server is full: nothing is broken, and the broker asks for less by itself. */
const TOO_MANY_CONNECTIONS = '53300';

/**
 * Stops dialling what does not answer: a breaker per tenant's database, so that one that is gone costs nobody a connection
 * attempt, and one for the server. They outlive the handles, whose eviction would forget what is broken. Only dialling trips
 * them, never a statement; after two seconds one dial is tried.
 */
export class DatabaseBreakers {
  private readonly server = breaker(SERVER_FAILURES, isNetworkFailure);
  private readonly databases = new LRUCache<string, CircuitBreakerPolicy>({ max: BREAKERS_MAX });

  /** @throws BrokenCircuitError at once while one of the two is open, or what `dial` throws */
  async guard<Result>(tenantId: string, dial: () => Promise<Result>): Promise<Result> {
    return this.server.execute(() => this.databaseOf(tenantId).execute(dial));
  }

  /** Whether the tenant's database is given up for now. */
  isOpen(tenantId: string): boolean {
    return this.databases.get(tenantId)?.state === OPEN;
  }

  get isServerOpen(): boolean {
    return this.server.state === OPEN;
  }

  private databaseOf(tenantId: string): CircuitBreakerPolicy {
    const known = this.databases.get(tenantId);
    if (known) return known;
    const made = breaker(DATABASE_FAILURES, (error) => sqlState(error) !== TOO_MANY_CONNECTIONS && !isBrokenCircuit(error));
    this.databases.set(tenantId, made);
    return made;
  }
}

/** cockatiel's CircuitState.Open: a const enum, which isolated modules cannot read. */
const OPEN = 1;

function isBrokenCircuit(error: unknown): boolean {
  return error instanceof BrokenCircuitError || error instanceof IsolatedCircuitError;
}

function breaker(failures: number, counts: (error: unknown) => boolean): CircuitBreakerPolicy {
  return circuitBreaker(
    handleWhen((error) => counts(error)),
    { halfOpenAfter: OPEN_MS, breaker: new ConsecutiveBreaker(failures) },
  );
}
