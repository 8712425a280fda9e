import type { BrokerCommand, BrokerLimits, BrokerSnapshot, BrokerTotals, Lane, RefusalReason, TenantDemand } from './broker-types.js';
import { TenantShare, type Connection, type Waiter } from './tenant-share.js';

const RETRY_AFTER_MS_MIN = 1_000;
/** After "too many connections" the limit grows back by one in this time, and nothing is dialled for a tenth of it. */
const RAISE_MS = 1_000;

/**
 * Decides who gets a connection to one database server: a state machine without I/O, clock or timers, so that a simulation
 * runs the very code that serves. Each event takes the time and answers what to do.
 *
 * - **Hard budget**: a permit is taken before dialling and given back when the socket is closed, so open, dialling and closing
 *   connections together never exceed it.
 * - **Fair**: FIFO inside a tenant. A free permit goes to the waiting tenant that holds the least, among equals to the one served
 *   longest ago: max-min fairness over connections. A tenant above its guarantee gives a connection up to a poorer one after
 *   `reuseMax` reuses in a row, at once to one below the guarantee.
 * - **Guarantee**: the budget divided by the tenants with work. Once these outnumber the budget it is 0, and turns rotate.
 * - **Operators**: their lane always gets what is reserved for it, before anybody else, and never more than its share.
 * - **Work-conserving**: while somebody waits, an idle connection of a tenant without work, or above its guarantee, is closed for
 *   him after `stealAfterIdleMs`; never more than there are waiters that lack one.
 */
export class BrokerCore {
  private readonly connections = new Map<number, Connection>();
  private readonly shares = new Map<string, TenantShare>();
  /** Shares with waiters. */
  private readonly waiting = new Set<TenantShare>();
  private commands: BrokerCommand[] = [];
  private limit: number;
  private raiseAt = 0;
  private dialAgainAt = 0;
  private dialing = 0;
  private closing = 0;
  private operatorHeld = 0;
  private serial = 0;
  /** Since the start; they only grow. */
  readonly totals: BrokerTotals = {
    granted: 0,
    refused: { crowded: 0, deadline: 0, dial_failed: 0, ended: 0 },
    dialed: 0,
    dialFailed: 0,
    stolen: 0,
  };

  /** @param random from 0 to 1, for jitter */
  constructor(
    private limits: BrokerLimits,
    private readonly random: () => number,
  ) {
    this.limit = limits.budget;
  }

  get snapshot(): BrokerSnapshot {
    let [lent, idle, waiting] = [0, 0, 0];
    for (const share of this.shares.values()) {
      lent += share.lent;
      idle += share.idle.length;
      waiting += share.waiters.length;
    }
    const { dialing, closing, limit, operatorHeld: operators } = this;
    return { budget: this.limits.budget, limit, lent, idle, dialing, closing, operators, waiting, tenants: this.shares.size };
  }

  /** The pools that want the most, those with waiters first. Linear in their number: for people and metrics. */
  demands(most: number, now: number): TenantDemand[] {
    return [...this.shares.values()]
      .map((share) => share.demand(now))
      .sort(byDemand)
      .slice(0, most);
  }

  /** Nobody waits and the server lets us have all: then nothing that happens moves {@link nextWakeAt} forward by more than a lifetime's end. */
  get isQuiet(): boolean {
    return this.waiting.size === 0 && this.limit === this.limits.budget;
  }

  /** Somebody wants a connection of a tenant: granted or refused now or by a later command. */
  acquire(tenant: string, waiter: number, now: number, lane: Lane = 'work'): BrokerCommand[] {
    const share = this.shareOf(tenant, lane, now);
    if (share.waiters.length >= this.limits.waitersMax) this.refuse({ id: waiter, since: now }, 'crowded', share, now);
    else {
      share.waiters.push({ id: waiter, since: now });
      this.waiting.add(share);
    }
    return this.settle(now);
  }

  dialed(id: number, now: number): BrokerCommand[] {
    const connection = this.expect(id, 'dialing');
    this.dialing -= 1;
    connection.tenant.dialing -= 1;
    this.totals.dialed += 1;
    this.rest(connection, now);
    return this.settle(now);
  }

  /** @param fault `too_many`: the server is full, which is nobody's fault here: whoever waits goes on waiting, for fewer places */
  dialFailed(id: number, now: number, fault: 'refused' | 'too_many'): BrokerCommand[] {
    const { tenant } = this.expect(id, 'dialing');
    this.dialing -= 1;
    tenant.dialing -= 1;
    this.totals.dialFailed += 1;
    this.forget(id);
    if (fault === 'too_many') this.shrink(now);
    else {
      const [waiter] = tenant.waiters.splice(0, 1);
      if (waiter) this.refuse(waiter, 'dial_failed', tenant, now);
    }
    return this.settle(now);
  }

  /** @param clean whether it may be lent again: alive, outside a transaction, with nothing running */
  release(id: number, now: number, clean: boolean): BrokerCommand[] {
    const connection = this.expect(id, 'lent');
    connection.tenant.lent -= 1;
    connection.tenant.lastUsedAt = now;
    if (clean) this.rest(connection, now);
    else this.close(connection);
    return this.settle(now);
  }

  /** The socket of a connection is closed: its permit is free. A connection that died by itself ends here as well. */
  closed(id: number, now: number): BrokerCommand[] {
    const connection = this.connections.get(id);
    if (!connection) return [];
    const { tenant, state } = connection;
    if (state === 'closing') this.closing -= 1;
    if (state === 'lent') tenant.lent -= 1;
    if (state === 'idle') tenant.idle.splice(tenant.idle.indexOf(connection), 1);
    this.forget(id);
    return this.settle(now);
  }

  /** The tenant's pool ends: its waiters are refused, its idle connections closed, the lent ones when they come back. */
  end(tenant: string, now: number): BrokerCommand[] {
    const share = this.shares.get(tenant);
    for (const waiter of share?.waiters.splice(0) ?? []) this.refuse(waiter, 'ended', share!, now);
    for (const connection of this.connections.values()) {
      if (connection.tenant !== share || connection.state === 'closing') continue;
      connection.doomed = true;
      if (connection.state === 'idle') this.close(connection);
    }
    return this.settle(now);
  }

  /** Above a smaller budget idle connections are closed at once, lent ones as they come back. */
  resize(budget: number, now: number): BrokerCommand[] {
    this.limits = { ...this.limits, budget };
    this.limit = budget;
    return this.settle(now);
  }

  /** Time has passed: see {@link nextWakeAt}. */
  tick(now: number): BrokerCommand[] {
    for (const share of this.waiting) {
      while (share.waiters[0] && this.deadlineOf(share.waiters[0], share) <= now)
        this.refuse(share.waiters.shift()!, 'deadline', share, now);
    }
    for (const connection of [...this.connections.values()]) if (this.isStale(connection, now)) this.close(connection);
    if (this.limit < this.limits.budget && now >= this.raiseAt) {
      this.limit += 1;
      this.raiseAt = now + RAISE_MS;
    }
    return this.settle(now);
  }

  /** When `tick` has something to do without another event; null when never. */
  nextWakeAt(now: number): number | null {
    const somebodyWaits = this.waiting.size > 0;
    let due = this.limit < this.limits.budget ? this.raiseAt : Infinity;
    let change = somebodyWaits && this.dialAgainAt > now ? this.dialAgainAt : Infinity;
    const changesAt = (time: number) => {
      if (time > now && time < change) change = time;
    };
    for (const share of this.waiting) if (share.waiters[0]) due = Math.min(due, this.deadlineOf(share.waiters[0], share));
    for (const { state, idleSince, expiresAt } of this.connections.values()) {
      if (state !== 'idle') continue;
      due = Math.min(due, idleSince + this.limits.idleMs, expiresAt);
      if (!somebodyWaits) continue;
      changesAt(idleSince + this.limits.stealAfterIdleMs);
      changesAt(idleSince + this.limits.protectMs);
    }
    // What is due stays so until a tick; what may be stolen or dialled from a time on was looked at if that time is over.
    const next = Math.min(Math.max(due, now), change);
    return next === Infinity ? null : next;
  }

  /** Serves whom it can, and answers everything that there is to do since the last answer. */
  private settle(now: number): BrokerCommand[] {
    for (const share of this.waiting) this.lendIdle(share, now);
    for (let share = this.nextToDial(now); share; share = this.nextToDial(now)) this.dial(share, now);
    this.shedSurplus();
    if (this.waiting.size > 0) this.stealIdle(now);
    for (const share of this.waiting) {
      if (share.waiters.length > 0) continue;
      this.waiting.delete(share);
      this.dropIfEmpty(share);
    }
    const commands = this.commands;
    this.commands = [];
    return commands;
  }

  /** A tenant's own idle connections serve its waiters first, unless it is another one's turn. */
  private lendIdle(share: TenantShare, now: number): void {
    while (share.waiters.length > 0 && share.idle.length > 0) {
      if (this.mustYield(share, now)) {
        share.reuses = 0;
        this.totals.stolen += 1;
        this.close(share.idle[0]!);
        continue;
      }
      const connection = share.idle.pop()!;
      connection.state = 'lent';
      share.lent += 1;
      share.lastUsedAt = now;
      this.totals.granted += 1;
      this.commands.push({ kind: 'grant', waiter: share.waiters.shift()!.id, connection: connection.id });
    }
  }

  /** Whether a tenant that could go on with what it has gives a connection up for a poorer one that waits. */
  private mustYield(share: TenantShare, now: number): boolean {
    if (this.waiting.size < 2 || share.lane === 'operator') return false;
    const poorer = [...this.waiting].filter((other) => other !== share && this.lacks(other) && other.held < share.held);
    const lacking = poorer.reduce((sum, other) => sum + other.unserved, 0);
    if (lacking <= this.closing + this.permits('work')) return false;
    const guarantee = this.guarantee(now);
    if (share.held <= guarantee) return false;
    if (poorer.some((other) => other.held < guarantee)) return true;
    share.reuses += 1;
    return share.reuses > this.limits.reuseMax;
  }

  private nextToDial(now: number): TenantShare | null {
    if (this.waiting.size === 0 || this.dialing >= this.limits.dialsMax || this.dialAgainAt > now) return null;
    let best: TenantShare | null = null;
    for (const share of this.waiting) {
      if (this.lacks(share) && this.permits(share.lane) > 0 && (best === null || goesBefore(share, best))) best = share;
    }
    return best;
  }

  private dial(share: TenantShare, now: number): void {
    const { lifetimeMs } = this.limits;
    const id = ++this.serial;
    const expiresAt = now + lifetimeMs * (0.9 + this.random() * 0.2);
    this.connections.set(id, { id, tenant: share, expiresAt, state: 'dialing', idleSince: now, doomed: false });
    if (share.lane === 'operator') this.operatorHeld += 1;
    share.connections += 1;
    share.dialing += 1;
    share.servedAt = id;
    this.dialing += 1;
    this.commands.push({ kind: 'dial', connection: id, tenant: share.key });
  }

  /** Closes idle connections for those that wait: of the tenant with the most above what it is guaranteed, the longest idle. */
  private stealIdle(now: number): void {
    const guarantee = this.guarantee(now);
    for (let lacking = this.lackingPermits(); lacking > this.closing;) {
      let victim: TenantShare | null = null;
      let most = 0;
      for (const share of this.shares.values()) {
        const surplus = share.held - (share.isActive(now, this.limits.protectMs) ? guarantee : 0);
        const oldest = share.idle[0];
        if (!oldest || now - oldest.idleSince < this.limits.stealAfterIdleMs || surplus <= 0) continue;
        if (victim === null || surplus > most || (surplus === most && oldest.idleSince < victim.idle[0]!.idleSince))
          [victim, most] = [share, surplus];
      }
      if (!victim) return;
      this.totals.stolen += 1;
      this.close(victim.idle[0]!);
    }
  }

  /** After the limit fell, what is idle above it is closed. */
  private shedSurplus(): void {
    let surplus = this.connections.size - this.closing - this.limit;
    for (const share of this.shares.values()) {
      while (surplus > 0 && share.idle.length > 0) {
        this.close(share.idle[0]!);
        surplus -= 1;
      }
    }
  }

  /** How many waiters lack a connection for want of a permit. */
  private lackingPermits(): number {
    const lacking = { work: 0, operator: 0 };
    for (const share of this.waiting) {
      if (this.lacks(share) && this.permits(share.lane) === 0)
        lacking[share.lane] += Math.min(share.unserved, this.limits.ceiling - share.held);
    }
    return lacking.work + Math.min(lacking.operator, Math.max(0, this.operatorsMax - this.operatorHeld));
  }

  private lacks(share: TenantShare): boolean {
    if (share.lane === 'operator' && this.operatorHeld >= this.operatorsMax) return false;
    return share.unserved > share.idle.length && share.held < this.limits.ceiling;
  }

  private permits(lane: Lane): number {
    const kept = lane === 'operator' ? 0 : Math.max(0, this.reserved - this.operatorHeld);
    return Math.max(0, this.limit - kept - this.connections.size);
  }

  /** What is kept for operators of a budget that may be small, or be small now: whoever works always has one. */
  private get reserved(): number {
    return Math.min(this.limits.reserved, this.limit - 1);
  }

  private get operatorsMax(): number {
    return Math.max(1, this.reserved, Math.floor(this.limit * this.limits.operatorShare));
  }

  private deadlineOf({ since }: Waiter, { lane }: TenantShare): number {
    return since + (lane === 'operator' ? this.limits.operatorWaitMs : this.limits.waitMs);
  }

  /** Connections that each tenant with work is sure of. */
  private guarantee(now: number): number {
    let active = 0;
    for (const share of this.shares.values()) if (share.lane === 'work' && share.isActive(now, this.limits.protectMs)) active += 1;
    return Math.min(this.limits.ceiling, Math.floor((this.limit - this.reserved) / Math.max(1, active)));
  }

  /** A connection that nobody holds: kept for the next use unless its time is over. */
  private rest(connection: Connection, now: number): void {
    connection.state = 'idle';
    connection.idleSince = now;
    connection.tenant.idle.push(connection);
    if (connection.doomed || connection.expiresAt <= now || this.connections.size - this.closing > this.limit) this.close(connection);
  }

  private isStale({ state, idleSince, expiresAt }: Connection, now: number): boolean {
    return state === 'idle' && (idleSince + this.limits.idleMs <= now || expiresAt <= now);
  }

  private close(connection: Connection): void {
    const { tenant } = connection;
    if (connection.state === 'idle') tenant.idle.splice(tenant.idle.indexOf(connection), 1);
    connection.state = 'closing';
    this.closing += 1;
    this.commands.push({ kind: 'close', connection: connection.id });
  }

  private refuse({ id, since }: Waiter, reason: RefusalReason, { waiters }: TenantShare, now: number): void {
    const oldest = Math.min(since, waiters[0]?.since ?? now);
    this.totals.refused[reason] += 1;
    this.commands.push({ kind: 'refuse', waiter: id, reason, retryAfterMs: Math.max(RETRY_AFTER_MS_MIN, now - oldest) });
  }

  /** Multiplicative decrease by what the server shows to be its room; additive increase in {@link tick}. */
  private shrink(now: number): void {
    this.limit = Math.max(1, Math.min(this.limit - 1, this.connections.size));
    this.raiseAt = now + RAISE_MS;
    this.dialAgainAt = now + (RAISE_MS / 10) * (0.5 + this.random());
  }

  private forget(id: number): void {
    const { tenant } = this.connections.get(id)!;
    this.connections.delete(id);
    tenant.connections -= 1;
    if (tenant.lane === 'operator') this.operatorHeld -= 1;
    this.dropIfEmpty(tenant);
  }

  private dropIfEmpty(share: TenantShare): void {
    if (share.connections === 0 && share.waiters.length === 0) this.shares.delete(share.key);
  }

  private shareOf(key: string, lane: Lane, now: number): TenantShare {
    const known = this.shares.get(key);
    if (known) return known;
    const share = new TenantShare(key, lane, now);
    this.shares.set(key, share);
    return share;
  }

  private expect(id: number, state: Connection['state']): Connection {
    const connection = this.connections.get(id);
    if (connection?.state !== state) throw new Error(`Connection ${id} is ${connection?.state ?? 'unknown'}, not ${state}.`);
    return connection;
  }
}

function goesBefore(left: TenantShare, right: TenantShare): boolean {
  if (left.lane !== right.lane) return left.lane === 'operator';
  return left.held === right.held ? left.servedAt < right.servedAt : left.held < right.held;
}

function byDemand(left: TenantDemand, right: TenantDemand): number {
  return right.waiting - left.waiting || right.lent - left.lent || right.idle - left.idle;
}
