import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Metrics } from '@salient/platform';
import { PinoLogger } from 'nestjs-pino';
import { ServerBrokers } from './server-brokers.js';
import { TenantHandles } from './tenant-handles.js';

/** No turn takes so long: a lease that is older will not come back by itself. */
const LEASE_MS_MAX = 600_000;
const LOOK_MS = 60_000;
const STATES = ['lent', 'idle', 'dialing', 'closing', 'waiting', 'budget', 'limit'] as const;

/** Shows what tenancy holds, and calls out leases that are not given back. */
@Injectable()
export class TenancyWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly handles: TenantHandles,
    private readonly logger: PinoLogger,
    brokers: ServerBrokers,
    metrics: Metrics,
  ) {
    metrics.gauge('salient_tenant_handles', 'Tenants with an open handle in this process.', () => handles.size);
    metrics.gauges('salient_tenant_handles_closed_total', 'Handles that were closed, by reason.', 'reason', () => handles.drains);
    metrics.gauges('salient_tenant_connections', 'Connections to tenants’ databases, all servers together, by state.', 'state', () => {
      const snapshots = [...brokers.snapshots().values()];
      return Object.fromEntries(STATES.map((state) => [state, snapshots.reduce((sum, snapshot) => sum + snapshot[state], 0)]));
    });
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const leases = this.handles.leasesOlderThan(LEASE_MS_MAX);
    if (leases.length > 0) this.logger.error({ event: 'lease_leak', leases: leases.slice(0, 20) }, 'Leases of tenants were not given back');
  }
}
