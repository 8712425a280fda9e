import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ControlChannel, ControlDatabase } from '@salient/platform';
import { LRUCache } from 'lru-cache';
import { PinoLogger } from 'nestjs-pino';
import { setTimeout as wait } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { openAddress } from './connection-string.js';
import { TENANCY_OPTIONS, type TenancyOptions } from './tenancy.options.js';
import { TenantHandles, type DrainReason } from './tenant-handles.js';
import { TenantRegistry } from './tenant-registry.js';
import type { TenantStatus } from './tenant.js';

type ClosingHandler = (tenantId: string) => void;

interface Unacknowledged {
  readonly id: string;
  readonly slug: string;
  readonly status: TenantStatus;
  readonly config_version: string;
  readonly connection_string: string;
}

const HEARTBEAT_MS = 3_000;
const TENANTS_MAX = 20_000;
/** How long work on a tenant that goes out of service may take to store what it has. */
const FAREWELL_MS = 400;
/** How long statements may still run then. With the farewell, less than the second that is promised. */
const CUT_MS = 200;
const OUT_OF_SERVICE: Partial<Record<TenantStatus, DrainReason>> = { suspended: 'suspended', deleting: 'deleted', deleted: 'deleted' };

/**
 * Lets go of tenants that change, and says so. Every process with tenants is known to the control database by a heartbeat;
 * whoever suspends, moves or drops a tenant waits until all of them have acknowledged the change.
 *
 * A tenant that goes out of service is told to its work first, which ends; then its connections are ended, lent or not: a
 * lease that never comes back keeps nobody from suspending. The work of one that moves to another server waits, and goes on there. For any other change, the handles of older versions
 * drain by themselves.
 */
@Injectable()
export class TenantGate implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly processId = uuidv7();
  private readonly handlers = new Set<ClosingHandler>();
  private readonly settling = new Map<string, Promise<void>>();
  /** The newest version of each tenant that was met here. */
  private readonly newest = new LRUCache<string, number>({ max: TENANTS_MAX });
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    @Inject(TENANCY_OPTIONS) private readonly options: TenancyOptions,
    private readonly control: ControlDatabase,
    private readonly channel: ControlChannel,
    private readonly registry: TenantRegistry,
    private readonly handles: TenantHandles,
    private readonly logger: PinoLogger,
  ) {}

  /** Calls `handler` with the id of each tenant that goes out of service, a moment before its connections end. */
  onClosing(handler: ClosingHandler): void {
    this.handlers.add(handler);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.channel.subscribe('tenant', ({ id }) => this.settleSoon(id));
    this.channel.onResync(() => this.settleSoon(null));
    this.beating = this.beat();
    await this.beating;
    this.timer = setInterval(() => {
      this.beating = this.beat();
    }, HEARTBEAT_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.beating;
    await Promise.all(this.settling.values());
    await this.control.query('DELETE FROM service_processes WHERE id = $1', [this.processId]).catch(() => undefined);
  }

  /** Says that this process lives; and looks for changes that no notification told of. */
  private async beat(): Promise<void> {
    try {
      await this.control.query(
        `WITH gone AS (DELETE FROM service_processes WHERE heartbeat_at < now() - interval '1 day')
         INSERT INTO service_processes (id, app) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET heartbeat_at = now()`,
        [this.processId, this.options.applicationName],
      );
      await this.settle(null);
    } catch (error) {
      if (!this.stopped) this.logger.debug({ err: error }, 'The heartbeat was not written');
    }
  }

  private settleSoon(tenantId: string | null): void {
    if (this.stopped) return;
    this.settle(tenantId).catch((error: unknown) =>
      this.logger.warn({ err: error }, 'A change of a tenant could not be acknowledged; it is tried again'),
    );
  }

  private async settle(tenantId: string | null): Promise<void> {
    const changed = await this.control.query<Unacknowledged>(UNACKNOWLEDGED, [this.processId, tenantId, this.handles.pausedTenants]);
    await Promise.all(changed.map((one) => this.letGo(one)));
  }

  /**
   * Each change once. A newer one is met at once, though work from before an older one may still run: a turn takes minutes, and
   * a move gives nobody so long. What was read before a newer change and comes after it is past.
   */
  private letGo(change: Unacknowledged): Promise<void> {
    const version = Number(change.config_version);
    const newest = this.newest.get(change.id) ?? 0;
    const running = this.settling.get(change.id);
    if (version < newest || (version === newest && running)) return running ?? Promise.resolve();
    this.newest.set(change.id, version);
    const settling = this.acknowledge(change).finally(() => {
      if (this.settling.get(change.id) === settling) this.settling.delete(change.id);
    });
    this.settling.set(change.id, settling);
    return settling;
  }

  private async acknowledge({ id, slug, status, config_version: version, connection_string: sealed }: Unacknowledged): Promise<void> {
    this.registry.forget(slug); // it may be that no notification told it
    if (status === 'moving') return this.holdBack(id, version);
    this.handles.resume(id, openAddress(this.options.keyring, id, sealed));
    const reason = OUT_OF_SERVICE[status];
    this.handles.forget(id, reason);
    if (reason) {
      for (const handler of this.handlers) handler(id);
      await Promise.race([this.handles.drained(id), wait(FAREWELL_MS)]);
      if (this.newest.get(id) === Number(version)) await this.handles.cut(id, reason, CUT_MS); // else it is in service again
    } else await this.handles.drained(id, Number(version));
    await this.control.query(ACKNOWLEDGE, [this.processId, id, version]);
  }

  /** Not waited for: should the move be given up while a transaction still runs, that is met at once. */
  private holdBack(id: string, version: string): void {
    this.handles
      .pause(id)
      .then(() => this.control.query(ACKNOWLEDGE, [this.processId, id, version]))
      .catch((error: unknown) => this.logger.warn({ err: error }, 'A move could not be acknowledged; it is tried again'));
  }
}

/**
 * Changes of one tenant that this process has not acknowledged; without one, those that somebody waits for: of tenants that are
 * out of service, held back, or have just moved, and of those that this process has acknowledged in an older version.
 */
const UNACKNOWLEDGED = `
  SELECT tenant_id AS id, slug, status, config_version, connection_string FROM tenant_registry registry
  WHERE CASE WHEN $2::uuid IS NOT NULL THEN tenant_id = $2 ELSE status IN ('suspended', 'moving', 'deleting') OR tenant_id = ANY ($3)
    OR tenant_id IN (SELECT tenant_id FROM tenant_moves WHERE status = 'running' AND step = 'settling')
    OR tenant_id IN (SELECT tenant_id FROM tenant_acknowledgements WHERE process_id = $1) END AND NOT EXISTS (
    SELECT 1 FROM tenant_acknowledgements acknowledged
    WHERE acknowledged.process_id = $1 AND acknowledged.tenant_id = registry.tenant_id AND acknowledged.config_version >= registry.config_version)`;

const ACKNOWLEDGE = `
  INSERT INTO tenant_acknowledgements (process_id, tenant_id, config_version)
  SELECT $1, $2, $3 WHERE EXISTS (SELECT 1 FROM service_processes WHERE id = $1) AND EXISTS (SELECT 1 FROM tenant_registry WHERE tenant_id = $2)
  ON CONFLICT (process_id, tenant_id) DO UPDATE
    SET config_version = greatest(tenant_acknowledgements.config_version, excluded.config_version), acknowledged_at = now()`;
