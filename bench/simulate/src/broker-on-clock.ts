import { BrokerCore, type BrokerLimits, type RefusalReason } from '@salient/tenancy/broker';
import type { EventQueue } from './event-queue.js';

/** What a connection costs, in milliseconds; asked for each one. */
export interface Network {
  readonly dialMs: () => number;
  readonly closeMs: () => number;
}

interface Waiter {
  readonly since: number;
  readonly granted: (waitedMs: number, release: () => void) => void;
  readonly refused: (reason: RefusalReason) => void;
}

/** One process's broker for one server, with the sockets and the timer that the real one has replaced by a virtual clock. */
export class BrokerOnClock {
  private readonly core: BrokerCore;
  private readonly waiters = new Map<number, Waiter>();
  private serial = 0;
  private wakeAt = Infinity;
  /** Connections as the server counts them. */
  open = 0;

  /** @param onOpen told of each connection more or less */
  constructor(
    limits: BrokerLimits,
    random: () => number,
    private readonly clock: { now: number },
    private readonly events: EventQueue,
    private readonly network: Network,
    private readonly onOpen: (change: 1 | -1) => void,
  ) {
    this.core = new BrokerCore(limits, random);
  }

  get totals() {
    return this.core.totals;
  }

  acquire(tenant: string, granted: Waiter['granted'], refused: Waiter['refused']): void {
    const id = ++this.serial;
    this.waiters.set(id, { since: this.clock.now, granted, refused });
    this.perform(this.core.acquire(tenant, id, this.clock.now));
  }

  private perform(commands: ReturnType<BrokerCore['tick']>): void {
    for (const command of commands) {
      if (command.kind === 'dial') this.dial(command.connection);
      else if (command.kind === 'close') this.close(command.connection);
      else if (command.kind === 'refuse') this.take(command.waiter).refused(command.reason);
      else {
        const { since, granted } = this.take(command.waiter);
        granted(this.clock.now - since, () => this.perform(this.core.release(command.connection, this.clock.now, true)));
      }
    }
    this.schedule();
  }

  private take(id: number): Waiter {
    const waiter = this.waiters.get(id)!;
    this.waiters.delete(id);
    return waiter;
  }

  private dial(connection: number): void {
    this.change(1);
    this.events.add(this.clock.now + this.network.dialMs(), () => this.perform(this.core.dialed(connection, this.clock.now)));
  }

  private close(connection: number): void {
    this.events.add(this.clock.now + this.network.closeMs(), () => {
      this.change(-1);
      this.perform(this.core.closed(connection, this.clock.now));
    });
  }

  private change(by: 1 | -1): void {
    this.open += by;
    this.onOpen(by);
  }

  private schedule(): void {
    const wakeAt = this.core.nextWakeAt(this.clock.now) ?? Infinity;
    if (wakeAt === this.wakeAt || wakeAt === Infinity) return void (this.wakeAt = wakeAt);
    this.wakeAt = wakeAt;
    this.events.add(wakeAt, () => {
      if (this.wakeAt !== wakeAt) return; // something happened since that changed it
      this.wakeAt = Infinity;
      this.perform(this.core.tick(this.clock.now));
    });
  }
}
