import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DebugPages, Metrics } from '@salient/platform';
import { PinoLogger } from 'nestjs-pino';
import type { BrokerSnapshot } from './broker/broker-types.js';
import { ServerBrokers } from './server-brokers.js';
import { TENANCY_OPTIONS, type TenancyOptions } from './tenancy.options.js';
import { TenancyReport } from './tenancy-report.js';
import { TenantHandles } from './tenant-handles.js';

/** No turn takes so long: a lease that is older will not come back by itself. */
const LEASE_MS_MAX = 600_000;
const LOOK_MS_MAX = 60_000;
const STATES = ['lent', 'idle', 'dialing', 'closing', 'waiting', 'budget', 'limit'] as const satisfies readonly (keyof BrokerSnapshot)[];
/** For how many tenants there is a number of their own. */
const TOP_TENANTS = 10;

/** Shows what tenancy holds, and calls out leases that are not given back. */
@Injectable()
export class TenancyWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly leaseMsMax: number;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(TENANCY_OPTIONS) options: TenancyOptions,
    private readonly handles: TenantHandles,
    private readonly brokers: ServerBrokers,
    private readonly logger: PinoLogger,
    report: TenancyReport,
    metrics: Metrics,
    pages: DebugPages,
  ) {
    this.leaseMsMax = options.leaseMsMax ?? LEASE_MS_MAX;
    pages.add('tenancy', () => report.read());
    this.showHandles(metrics);
    this.showConnections(metrics);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), Math.min(LOOK_MS_MAX, this.leaseMsMax)).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private showHandles(metrics: Metrics): void {
    const { handles } = this;
    metrics.gauge('salient_tenant_handles', 'Tenants with an open handle in this process.', () => handles.size);
    metrics.gauges('salient_tenant_handles_closed_total', 'Handles that were closed, by reason.', 'reason', () => handles.drains);
    metrics.gauge('salient_tenant_leases_overdue', 'Leases that are older than any turn may be.', () => this.overdue().length);
  }

  private showConnections(metrics: Metrics): void {
    const sumOf = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
    const brokers = () => [...this.brokers.all()].map(([, broker]) => broker);
    metrics.gauges('salient_tenant_connections', 'Connections to tenants’ databases, all servers together, by state.', 'state', () => {
      const snapshots = brokers().map(({ snapshot }) => snapshot);
      return Object.fromEntries(STATES.map((state) => [state, sumOf(snapshots.map((snapshot) => snapshot[state]))]));
    });
    metrics.gauges('salient_tenant_connection_events_total', 'What became of those who wanted a connection, and of dials.', 'event', () => {
      const totals = brokers().map((broker) => broker.totals);
      return {
        granted: sumOf(totals.map(({ granted }) => granted)),
        dialed: sumOf(totals.map(({ dialed }) => dialed)),
        dial_failed: sumOf(totals.map(({ dialFailed }) => dialFailed)),
        stolen: sumOf(totals.map(({ stolen }) => stolen)),
        refused_crowded: sumOf(totals.map(({ refused }) => refused.crowded)),
        refused_deadline: sumOf(totals.map(({ refused }) => refused.deadline)),
        refused_dial_failed: sumOf(totals.map(({ refused }) => refused.dial_failed)),
        refused_ended: sumOf(totals.map(({ refused }) => refused.ended)),
      };
    });
    metrics.gauges('salient_tenant_demand_top', 'Waiting and lent of the tenants that want the most, by id.', 'tenant', () => {
      const top = brokers().flatMap((broker) => broker.topTenants(TOP_TENANTS));
      const first = top.sort((left, right) => right.waiting - left.waiting || right.lent - left.lent).slice(0, TOP_TENANTS);
      return Object.fromEntries(first.map(({ tenantId, waiting, lent }) => [tenantId, waiting + lent]));
    });
    const waits = metrics.duration('salient_tenant_connection_wait_seconds', 'How long work waited for a connection.');
    this.brokers.onGrant = (waitedMs) => waits.observe(waitedMs / 1_000);
  }

  private overdue() {
    return this.handles.leasesOlderThan(this.leaseMsMax);
  }

  private look(): void {
    const leases = this.overdue();
    if (leases.length > 0) this.logger.error({ event: 'lease_leak', leases: leases.slice(0, 20) }, 'Leases of tenants were not given back');
  }
}
