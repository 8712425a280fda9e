import { Global, Inject, Module, type DynamicModule, type OnApplicationBootstrap } from '@nestjs/common';
import { ControlChannel } from '@salient/platform';
import { PinoLogger } from 'nestjs-pino';
import { KeyringCheck } from './keyring-check.js';
import { TENANCY_OPTIONS, type TenancyOptions } from './tenancy.options.js';
import { ServerBrokers } from './server-brokers.js';
import { TenancyReport } from './tenancy-report.js';
import { TenancyWatch } from './tenancy-watch.js';
import { TenantDb } from './tenant-db.js';
import { TenantGate } from './tenant-gate.js';
import { TenantHandles } from './tenant-handles.js';
import { TenantRegistry } from './tenant-registry.js';
import { Tenants } from './tenants.js';

@Global() // configured once by the app
@Module({})
export class TenancyModule implements OnApplicationBootstrap {
  constructor(
    @Inject(TENANCY_OPTIONS) private readonly options: TenancyOptions,
    private readonly channel: ControlChannel,
    private readonly logger: PinoLogger,
  ) {}

  onApplicationBootstrap(): void {
    const { handlesMax, connections, idleMs } = this.options;
    const { budget, ceiling, waitersMax } = connections;
    this.logger.info(
      { event: 'tenancy_ready', handlesMax, idleMs, budget, ceiling, waitersMax, listening: this.channel.healthy },
      'Tenancy is ready',
    );
  }

  static forRoot(options: TenancyOptions): DynamicModule {
    return {
      module: TenancyModule,
      providers: [
        { provide: TENANCY_OPTIONS, useValue: options },
        ServerBrokers,
        TenantHandles,
        TenantRegistry,
        Tenants,
        TenantDb,
        KeyringCheck,
        TenancyReport,
        TenancyWatch,
        TenantGate,
      ],
      exports: [Tenants, TenantDb, TenantHandles, TenantGate, ServerBrokers],
    };
  }
}
