import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import pg from 'pg';
import { CONTROL_CHANNEL } from './notify-processes.js';
import { clientAddress, type PostgresAddress } from './postgres-address.js';

export const CONTROL_CHANNEL_ADDRESS = Symbol('ControlChannelAddress');

/** A row of the control database changed in another transaction. */
export interface ControlChange {
  readonly id: string;
  /** The name under which caches know the row: a tenant's slug, a token's ref. */
  readonly key: string;
}

type ChangeHandler = (change: ControlChange) => void;

const HEARTBEAT_MS = 2_000;
const RECONNECT_MS_MAX = 2_000;

/**
 * The process's one listener on the control database (https://www.postgresql.org/docs/18/sql-listen.html), on a direct
 * connection: a transaction pooler would swallow notifications without a word.
 *
 * Notifications are lost while it is away, so after every connect it listens first and then calls the resync handlers,
 * which drop what they cache. `healthy` is false from the moment that a heartbeat fails; caches then shorten their lives.
 */
@Injectable()
export class ControlChannel implements OnModuleInit, OnApplicationShutdown {
  private readonly changeHandlers = new Map<string, Set<ChangeHandler>>();
  private readonly resyncHandlers = new Set<() => void>();
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  private stopped = false;
  private connecting: Promise<void> | undefined;

  constructor(
    @Inject(CONTROL_CHANNEL_ADDRESS) private readonly address: PostgresAddress,
    private readonly logger: PinoLogger,
  ) {}

  /** Whether changes made now will be heard within a second. */
  get healthy(): boolean {
    return this.client !== undefined;
  }

  /** Calls `handler` for each change of a topic (`tenant`, `token`); the answer ends the subscription. */
  subscribe(topic: string, handler: ChangeHandler): () => void {
    const handlers = this.changeHandlers.get(topic) ?? new Set();
    this.changeHandlers.set(topic, handlers.add(handler));
    return () => handlers.delete(handler);
  }

  /** Calls `handler` after every connect, when changes may have been missed; the answer ends the subscription. */
  onResync(handler: () => void): () => void {
    this.resyncHandlers.add(handler);
    return () => this.resyncHandlers.delete(handler);
  }

  /** The first connection is tried once before the process serves; when it fails, the process starts all the same. */
  async onModuleInit(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.connecting;
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
  }

  private connect(): Promise<void> {
    this.connecting = this.tryConnect().finally(() => (this.connecting = undefined));
    return this.connecting;
  }

  private async tryConnect(): Promise<void> {
    const client = new pg.Client({
      ...clientAddress(this.address),
      connectionTimeoutMillis: 3_000,
      query_timeout: HEARTBEAT_MS,
      application_name: 'salient-listener',
    });
    client.on('error', (error) => this.lose(client, error));
    client.on('end', () => this.lose(client, new Error('The connection ended.')));
    client.on('notification', ({ payload }) => this.dispatch(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${CONTROL_CHANNEL}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      this.retry(error);
      return;
    }
    if (this.stopped) return void (await client.end());
    this.client = client;
    this.failures = 0;
    for (const handler of this.resyncHandlers) handler();
    this.scheduleHeartbeat(client);
  }

  private scheduleHeartbeat(client: pg.Client): void {
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => this.client === client && !this.stopped && this.scheduleHeartbeat(client),
        (error: unknown) => this.lose(client, error),
      );
    }, HEARTBEAT_MS).unref();
  }

  private lose(client: pg.Client, error: unknown): void {
    if (this.client !== client) return;
    this.client = undefined;
    clearTimeout(this.timer);
    client.end().catch(() => undefined);
    if (!this.stopped) this.retry(error);
  }

  private retry(error: unknown): void {
    if (this.stopped) return;
    this.failures += 1;
    if (this.failures === 1) this.logger.warn({ err: error }, 'The control listener is down; caches live shorter until it is back');
    const delayMs = Math.min(RECONNECT_MS_MAX, 50 * 2 ** this.failures) * (0.5 + Math.random() / 2);
    this.timer = setTimeout(() => void this.connect(), delayMs).unref();
  }

  private dispatch(payload: string): void {
    const { topic, id, key } = JSON.parse(payload) as ControlChange & { topic: string };
    for (const handler of this.changeHandlers.get(topic) ?? []) handler({ id, key });
  }
}
