import { Injectable } from '@nestjs/common';
import { ControlChannel, type DebugReport } from '@salient/platform';
import { ServerBrokers } from './server-brokers.js';
import { TenantHandles } from './tenant-handles.js';
import { TenantRegistry } from './tenant-registry.js';

/** How many rows of what there may be thousands of. */
const ROWS_MAX = 20;

/** All that tenancy holds now, for whoever is called at night: `/debug/tenancy` on the metrics port. */
@Injectable()
export class TenancyReport {
  constructor(
    private readonly brokers: ServerBrokers,
    private readonly handles: TenantHandles,
    private readonly registry: TenantRegistry,
    private readonly channel: ControlChannel,
  ) {}

  read(): DebugReport {
    const servers = [...this.brokers.all()];
    return {
      title: 'Tenancy',
      tables: {
        registry: [{ known_accounts: this.registry.size, listening: this.channel.healthy, readable: !this.registry.unreadable }],
        handles: [{ open: this.handles.size, draining: this.handles.drainingSize }],
        'handles closed, by reason': [{ ...this.handles.drains }],
        'connections, by server': servers.map(([server, { snapshot, isServerBroken }]) => ({
          server,
          ...snapshot,
          given_up: isServerBroken,
        })),
        'since the start, by server': servers.map(([server, { totals }]) => {
          const { refused, ...others } = totals;
          return {
            server,
            ...others,
            ...Object.fromEntries(Object.entries(refused).map(([reason, count]) => [`refused_${reason}`, count])),
          };
        }),
        'tenants that want the most': servers.flatMap(([server, broker]) =>
          broker.topTenants(ROWS_MAX).map((use) => ({ server, ...use, given_up: broker.isBroken(use.tenantId) })),
        ),
        'oldest leases': this.handles
          .leasesOlderThan(0)
          .slice(0, ROWS_MAX)
          .map((age) => ({ ...age })),
      },
    };
  }
}
