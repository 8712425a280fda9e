import { TenantUnavailable } from '../tenancy.errors.js';
import type { BrokeredConnection, ServerBroker } from './server-broker.js';

type ConnectCallback = (error: unknown, client?: unknown, release?: (error?: unknown) => void) => void;

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
 */
export class BrokeredPool {
  private isOpened = false;

  constructor(
    private readonly broker: ServerBroker,
    private readonly key: string,
  ) {}

  open(): void {
    this.isOpened = true;
  }

  connect(callback: ConnectCallback): void {
    if (!this.isOpened) return callback(undefined, PLACEHOLDER, () => undefined);
    this.broker.acquire(this.key).then(
      ({ client, release }: BrokeredConnection) => callback(undefined, client, release),
      (error: unknown) => callback(error instanceof TenantUnavailable ? error : new TenantUnavailable(error)),
    );
  }

  end(callback?: () => void): void {
    this.broker.endPool(this.key);
    callback?.();
  }

  /** Errors of idle connections are the broker's to handle. */
  on(): this {
    return this;
  }
}
