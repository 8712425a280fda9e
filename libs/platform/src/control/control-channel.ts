import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { ControlDatabase } from './control-database.js';
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
/** A heartbeat in so many also proves that notifications arrive. */
const PROBE_EVERY = 5;
const PROBE_MS_MAX = 2_000;

/**
 * The process's one listener on the control database (https://www.postgresql.org/docs/18/sql-listen.html), on a direct
 * connection: a transaction pooler would swallow notifications without a word.
 *
 * Notifications are lost while it is away, so after every connect it listens first and then calls the resync handlers,
 * which doubt what they cache. `healthy` is false from the moment that a heartbeat fails; caches then shorten their lives.
 *
 * A connection can live and be deaf: behind a pooler, or on a server that is the primary no more. So, at first and now and then,
 * it has to hear what another connection of the process says.
 */
@Injectable()
export class ControlChannel implements OnModuleInit, OnApplicationShutdown {
  private readonly changeHandlers = new Map<string, Set<ChangeHandler>>();
  private readonly resyncHandlers = new Set<() => void>();
  /** Only this process listens on it: what it says to itself wakes nobody else. */
  private readonly probeChannel = `salient_probe_${randomUUID().replaceAll('-', '')}`;
  private readonly probes = new Map<string, () => void>();
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  private stopped = false;
  private connecting: Promise<void> | undefined;

  constructor(
    @Inject(CONTROL_CHANNEL_ADDRESS) private readonly address: PostgresAddress,
    private readonly logger: PinoLogger,
    /** Through which changes are made, and so what has to be heard from. */
    private readonly control: ControlDatabase,
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
    client.on('notification', ({ channel, payload = '' }) =>
      channel === this.probeChannel ? this.probes.get(payload)?.() : this.dispatch(payload),
    );
    try {
      await client.connect();
      await client.query(`LISTEN ${CONTROL_CHANNEL}; LISTEN ${this.probeChannel}`);
      await this.proveHearing();
    } catch (error) {
      await client.end().catch(() => undefined);
      this.retry(error);
      return;
    }
    if (this.stopped) return void (await client.end());
    this.client = client;
    this.failures = 0;
    for (const handler of this.resyncHandlers) handler();
    this.scheduleHeartbeat(client, 1);
  }

  private scheduleHeartbeat(client: pg.Client, beat: number): void {
    this.timer = setTimeout(() => {
      const alive = Promise.all([client.query('SELECT 1'), beat % PROBE_EVERY === 0 && this.proveHearing()]);
      alive.then(
        () => this.client === client && !this.stopped && this.scheduleHeartbeat(client, beat + 1),
        (error: unknown) => this.lose(client, error),
      );
    }, HEARTBEAT_MS).unref();
  }

  /** @throws when a word that another connection said was not heard; whether it could be said is another matter */
  private async proveHearing(): Promise<void> {
    const word = randomUUID();
    const heard = new Promise<boolean>((resolve) => this.probes.set(word, () => resolve(true)));
    const timer = new AbortController();
    try {
      await this.control.query('SELECT pg_notify($1, $2)', [this.probeChannel, word]).catch(() => this.probes.get(word)!());
      const late = wait(PROBE_MS_MAX, false, { signal: timer.signal, ref: false }).catch(() => false);
      if (!(await Promise.race([heard, late]))) throw new Error('The listener hears nothing: is it behind a transaction pooler?');
    } finally {
      this.probes.delete(word);
      timer.abort();
    }
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
