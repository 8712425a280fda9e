import { Inject, Injectable, Optional } from '@nestjs/common';
import { ControlDatabase, type PostgresAddress } from '@salient/platform';
import type { BrokerSnapshot } from './broker/broker-types.js';
import { ServerBroker } from './broker/server-broker.js';
import { TENANCY_OPTIONS, type TenancyOptions } from './tenancy.options.js';
import { serverOf } from './tenant-data-source.js';

/** Before the size of a server is known, and for a server that the registry does not know. */
const BUDGET_UNKNOWN = 10;
const SAFETY = 0.9;

/** A broker for each database server that tenants live on, made at the first use of the server. */
@Injectable()
export class ServerBrokers {
  private readonly brokers = new Map<string, ServerBroker>();
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
export function defaultBudget(maxConnections: number, reserved: number, share: number, podsMax: number): number {
  return Math.max(1, Math.floor(((maxConnections - reserved) * SAFETY * share) / podsMax));
}
