import type { Lane, TenantDemand } from './broker-types.js';

export interface Waiter {
  readonly id: number;
  readonly since: number;
}

export interface Connection {
  readonly id: number;
  readonly tenant: TenantShare;
  readonly expiresAt: number;
  state: 'dialing' | 'lent' | 'idle' | 'closing';
  idleSince: number;
  /** Its pool has ended: it is closed as soon as nobody holds it. */
  doomed: boolean;
}

/** What one tenant has of a broker. */
export class TenantShare {
  readonly waiters: Waiter[] = [];
  /** The most recently used last. */
  readonly idle: Connection[] = [];
  /** All of them, those that are being closed included. */
  connections = 0;
  lent = 0;
  dialing = 0;
  /** Grants in a row while poorer tenants waited. */
  reuses = 0;
  /** Orders tenants that hold equally much: who was given a permit longest ago is first. */
  servedAt = 0;
  lastUsedAt: number;

  constructor(
    readonly key: string,
    readonly lane: Lane,
    now: number,
  ) {
    this.lastUsedAt = now;
  }

  /** Connections that it has or is about to have. */
  get held(): number {
    return this.idle.length + this.lent + this.dialing;
  }

  /** Waiters for whom no connection is being opened. */
  get unserved(): number {
    return this.waiters.length - this.dialing;
  }

  demand(now: number): TenantDemand {
    const { key: pool, lane, lent, dialing, waiters, idle } = this;
    const oldestWaitMs = waiters[0] ? Math.round(now - waiters[0].since) : 0;
    return { pool, lane, waiting: waiters.length, oldestWaitMs, lent, idle: idle.length, dialing };
  }

  isActive(now: number, protectMs: number): boolean {
    return this.waiters.length > 0 || this.lent > 0 || this.dialing > 0 || now - this.lastUsedAt < protectMs;
  }
}
