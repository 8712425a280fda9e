import { TenantUnavailable } from '../tenancy.errors.js';
import type { BrokeredConnection, ServerBroker } from './server-broker.js';

type ConnectCallback = (error: unknown, client?: unknown, release?: (error?: unknown) => void) => void;

/** For how long a request waits while its tenant moves to another server. */
export const MOVE_WAIT_MS = 10_000;

/** Stands for a connection while TypeORM starts: it asks for two and uses neither. */
const PLACEHOLDER = new Proxy(
  {},
  {
    get(_target, name) {
      if (name === 'on' || name === 'then') return undefined;
      throw new Error(`A DataSource used a connection while it was opened (${String(name)}): opening has to cost none.`);
    },
  },
);

/**
 * What TypeORM takes for a pool of pg (https://node-postgres.com/apis/pool): `connect` and `end` with callbacks. It holds
 * nothing itself; the broker of the server does. Until it is opened it answers with a placeholder, so that opening a DataSource
 * needs no connection.
 *
 * While the tenant moves to another server, the pool is paused: whoever asks for a connection waits, and gets one to the new
 * server. So work that began before a move goes on after it and knows nothing of it.
 */
export class BrokeredPool {
  private isOpened = false;
  private isPaused = false;
  private readonly held = new Set<() => void>();

  constructor(
    private broker: ServerBroker,
    private key: string,
  ) {}

  open(): void {
    this.isOpened = true;
  }

  connect(callback: ConnectCallback): void {
    if (!this.isOpened) return callback(undefined, PLACEHOLDER, () => undefined);
    this.lend().then(({ client, release }) => callback(undefined, client, release), callback);
  }

  /**
   * A connection for whoever gives it back.
   *
   * @throws TenantUnavailable
   */
  async lend(): Promise<BrokeredConnection> {
    for (;;) {
      if (this.isPaused) await this.resumed();
      try {
        return await this.broker.acquire(this.key);
      } catch (error) {
        if (this.isPaused) continue; // it waited when the pause began
        throw error instanceof TenantUnavailable ? error : new TenantUnavailable(error);
      }
    }
  }

  /** From now on nobody gets a connection. Resolves when the last one is closed: a lent one when it comes back. */
  async pause(): Promise<void> {
    this.isPaused = true;
    await this.broker.endPool(this.key);
  }

  /** Goes on at a broker, which may be another server's, that knows `key`. */
  resume(broker: ServerBroker, key: string): void {
    this.broker = broker;
    this.key = key;
    this.isPaused = false;
    this.letGo();
  }

  end(callback?: () => void): void {
    void this.broker.endPool(this.key);
    this.meetTheEnd();
    callback?.();
  }

  /** Ends, and resolves when no connection is left: one that is lent for longer than `graceMs` is closed under its borrower. */
  async cut(graceMs: number): Promise<void> {
    const cut = this.broker.cutPool(this.key, graceMs);
    this.meetTheEnd();
    await cut;
  }

  /** Errors of idle connections are the broker's to handle. */
  on(): this {
    return this;
  }

  private resumed(): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        clearTimeout(timer);
        this.held.delete(go);
        resolve();
      };
      const timer = setTimeout(() => {
        this.held.delete(go);
        reject(new TenantUnavailable('the tenant has been moving for too long', 2));
      }, MOVE_WAIT_MS);
      this.held.add(go);
    });
  }

  private meetTheEnd(): void {
    this.isPaused = false;
    this.letGo();
  }

  private letGo(): void {
    for (const go of [...this.held]) go();
  }
}
