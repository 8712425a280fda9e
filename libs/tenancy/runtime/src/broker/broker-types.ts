/** Who a connection is for. An operator's work (migrations, moves) has a reserved part of the budget that visitors never take. */
export type Lane = 'work' | 'operator';

export interface BrokerLimits {
  /** Physical connections to one server at any instant: open, being opened and being closed. */
  readonly budget: number;
  /** Of these, how many are kept for the operator's lane; one is left for everybody else. */
  readonly reserved: number;
  /** The part of the budget that the operator's lane may hold at once, from 0 to 1; never less than what is kept for it, or one. */
  readonly operatorShare: number;
  /** Connections of one tenant. */
  readonly ceiling: number;
  /** Waiters of one tenant; the next one is refused at once. */
  readonly waitersMax: number;
  /** Connections that are being opened at once. */
  readonly dialsMax: number;
  /** A waiter that was not served within this time is refused. */
  readonly waitMs: number;
  /** The same for the operator's lane, where work takes minutes and can wait for as long. */
  readonly operatorWaitMs: number;
  /** An idle connection is closed after this time. */
  readonly idleMs: number;
  /** An idle connection may be taken from its tenant for another one after this time. */
  readonly stealAfterIdleMs: number;
  /** For so long after its last use a tenant keeps its guaranteed connections, idle as they are. */
  readonly protectMs: number;
  /** A connection is not used for longer than about this, give or take a tenth. */
  readonly lifetimeMs: number;
  /** How often in a row a tenant may use its connections again while poorer ones wait. */
  readonly reuseMax: number;
}

/** Why a waiter was refused: too many wait already, it waited too long, its connection could not be opened, or the pool ended. */
export type RefusalReason = 'crowded' | 'deadline' | 'dial_failed' | 'ended';

/** What the shell has to do now, in this order. Ids are the core's own for connections, the caller's for waiters. */
export type BrokerCommand =
  | { readonly kind: 'grant'; readonly waiter: number; readonly connection: number }
  | { readonly kind: 'refuse'; readonly waiter: number; readonly reason: RefusalReason; readonly retryAfterMs: number }
  | { readonly kind: 'dial'; readonly connection: number; readonly tenant: string }
  | { readonly kind: 'close'; readonly connection: number };

/** The state of a broker as numbers, for metrics and people. */
export interface BrokerSnapshot {
  readonly budget: number;
  /** The budget as the server has let us have it; below `budget` after "too many connections". */
  readonly limit: number;
  readonly lent: number;
  readonly idle: number;
  readonly dialing: number;
  readonly closing: number;
  /** Of all these, the operator's lane's. */
  readonly operators: number;
  readonly waiting: number;
  readonly tenants: number;
}

/** What has happened since a broker was made. */
export interface BrokerTotals {
  granted: number;
  readonly refused: Record<RefusalReason, number>;
  dialed: number;
  dialFailed: number;
  /** Connections that were closed for another tenant's waiter. */
  stolen: number;
}

/** What one pool has and wants now. */
export interface TenantDemand {
  readonly pool: string;
  readonly lane: Lane;
  readonly waiting: number;
  /** For how long its first waiter has waited, in milliseconds; 0 without one. */
  readonly oldestWaitMs: number;
  readonly lent: number;
  readonly idle: number;
  readonly dialing: number;
}
