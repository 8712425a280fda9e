import { Inject, Injectable, Optional } from '@nestjs/common';
import { ControlDatabase, type PostgresAddress } from '@salient/platform';
import type { BrokerSnapshot } from './broker/broker-types.js';
import { poolKeyOf } from './broker/pool-key.js';
import { ServerBroker, type PoolTarget } from './broker/server-broker.js';
import { TENANCY_OPTIONS, type TenancyOptions } from './tenancy.options.js';
import { TenantUnavailable } from './tenancy.errors.js';
import { serverOf } from './tenant-data-source.js';
import type pg from 'pg';

/** Before the size of a server is known, and for a server that the registry does not know. */
const BUDGET_UNKNOWN = 10;
const SAFETY = 0.9;

/** A database that a connection of its own is wanted to, by whom, and whose it has to be: null for one that is nobody's yet. */
export type ClientTarget = Pick<PoolTarget, 'address' | 'tenantId' | 'lane'>;

/** What is closed because its session has been used for more than statements; nothing is wrong. */
const SESSION_USED = new Error('The session has a state of its own.');

/** A broker for each database server that tenants live on, made at the first use of the server. */
@Injectable()
export class ServerBrokers {
  private readonly brokers = new Map<string, ServerBroker>();
  private serial = 0;
  private takingSeveral: Promise<unknown> = Promise.resolve();
  /** Told how long each borrower of a connection has waited, in milliseconds. */
  onGrant: (waitedMs: number) => void = () => undefined;

  constructor(
    @Inject(TENANCY_OPTIONS) private readonly options: TenancyOptions,
    @Optional() private readonly control?: ControlDatabase,
  ) {}

  /** The broker of the server that `address` is on. */
  of(address: PostgresAddress): ServerBroker {
    const server = serverOf(address);
    const known = this.brokers.get(server);
    if (known) return known;
    const { connections } = this.options;
    const broker = new ServerBroker({ ...connections, budget: connections.budget ?? BUDGET_UNKNOWN }, (waitedMs) => this.onGrant(waitedMs));
    this.brokers.set(server, broker);
    if (connections.budget === undefined) void this.size(broker, address);
    return broker;
  }

  /**
   * Lends a connection of its own for work that needs a session (migrations, copies, exports), inside the budget of its server.
   * Resolves when its socket is closed.
   *
   * @throws TenantUnavailable when there is none in time, or why it could not be opened
   */
  async withClient<Result>(target: ClientTarget, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const lent = await this.lend(target);
    try {
      return await work(lent.client);
    } finally {
      await lent.close();
    }
  }

  /**
   * {@link withClient} for work between two databases. One borrower at a time takes its two: none that holds one of them waits
   * for another that does the same.
   */
  async withClients<Result>(
    targets: readonly [ClientTarget, ClientTarget],
    work: (one: pg.Client, other: pg.Client) => Promise<Result>,
  ): Promise<Result> {
    const taking = this.takingSeveral.then(() => this.lendBoth(targets));
    this.takingSeveral = taking.catch(() => undefined);
    const [one, other] = await taking;
    try {
      return await work(one.client, other.client);
    } finally {
      await Promise.all([one.close(), other.close()]);
    }
  }

  /** Whether this process has given up dialling a tenant's database for now; null when it has not been to its server. */
  isBroken(tenantId: string, address: PostgresAddress): boolean | null {
    return this.brokers.get(serverOf(address))?.isBroken(tenantId) ?? null;
  }

  /** Each, by server. */
  all(): ReadonlyMap<string, ServerBroker> {
    return this.brokers;
  }

  /** The state of each, by server. */
  snapshots(): ReadonlyMap<string, BrokerSnapshot> {
    return new Map([...this.brokers].map(([server, broker]) => [server, broker.snapshot]));
  }

  /** Resolves when the last socket is closed. For after the handles have drained. */
  async close(): Promise<void> {
    await Promise.all([...this.brokers.values()].map((broker) => broker.close()));
  }

  private async lendBoth([first, second]: readonly [ClientTarget, ClientTarget]) {
    const one = await this.lend(first);
    try {
      return [one, await this.lend(second)] as const;
    } catch (error) {
      await one.close();
      throw error;
    }
  }

  private async lend(target: ClientTarget) {
    const broker = this.of(target.address);
    const key = poolKeyOf(target.tenantId ?? target.address.database, --this.serial);
    broker.openPool(key, { ...target, applicationName: this.options.applicationName });
    try {
      const { client, release } = await broker.acquire(key);
      const close = () => {
        release(SESSION_USED);
        return broker.endPool(key);
      };
      return { client, close };
    } catch (error) {
      await broker.endPool(key);
      // An operator is told what is wrong with the database, which is nobody else's business.
      throw target.lane === 'operator' && error instanceof TenantUnavailable && error.cause instanceof Error ? error.cause : error;
    }
  }

  /** Gives a broker this process's part of what the server can bear, as the registry knows it. */
  private async size(broker: ServerBroker, { host, port }: PostgresAddress): Promise<void> {
    const { budgetShare, podsMax } = this.options.connections;
    const rows = await this.control
      ?.query<{ max_connections: number; reserved_connections: number }>(
        'SELECT max_connections, reserved_connections FROM database_servers WHERE host = $1 AND port = $2',
        [host, port],
      )
      .catch(() => []);
    const server = rows?.[0];
    if (server) broker.resize(defaultBudget(server.max_connections, server.reserved_connections, budgetShare, podsMax));
  }
}

/**
 * Connections that one process may have to a server so that all processes of its kind together stay within their share, at
 * the most pods that there can be.
 */
function defaultBudget(maxConnections: number, reserved: number, share: number, podsMax: number): number {
  return Math.max(1, Math.floor(((maxConnections - reserved) * SAFETY * share) / podsMax));
}
