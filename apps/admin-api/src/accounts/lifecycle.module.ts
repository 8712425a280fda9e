import { Inject, Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { ControlDatabase, type Keyring, type PostgresAddress } from '@salient/platform';
import { AccountAdministration, TenantProvisioner, TenantRemover, type ServerAccess } from '@salient/tenancy/lifecycle';
import { PinoLogger } from 'nestjs-pino';

export interface LifecycleOptions {
  /** Of the server that tenants live on, direct: databases cannot be created through a transaction pooler. */
  readonly admin: PostgresAddress;
  readonly keyring: Keyring;
}

export const SERVER_ACCESS = Symbol('ServerAccess');

const SWEEP_MS = 2_000;

/** What makes, changes and removes accounts; and the sweep that drops databases whose grace is over. */
@Module({})
export class LifecycleModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    @Inject(TenantRemover) private readonly remover: TenantRemover,
    private readonly logger: PinoLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweeping = this.sweeping.then(() => this.sweep());
    }, SWEEP_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  private async sweep(): Promise<void> {
    try {
      const receipts = await this.remover.removeDue({ kind: 'system', id: 'deletion-sweep' });
      for (const { slug, bytes } of receipts)
        this.logger.info({ event: 'account_deleted', account: slug, bytes }, 'An account was deleted');
    } catch (error) {
      this.logger.warn({ err: error }, 'Deleted accounts could not be removed; it is tried again');
    }
  }

  static forRoot({ admin, keyring }: LifecycleOptions): DynamicModule {
    return {
      module: LifecycleModule,
      providers: [
        {
          provide: SERVER_ACCESS,
          inject: [ControlDatabase],
          useFactory: (control: ControlDatabase): ServerAccess => ({ control, admin, keyring }),
        },
        {
          provide: AccountAdministration,
          inject: [ControlDatabase],
          useFactory: (control: ControlDatabase) => new AccountAdministration(control),
        },
        {
          provide: TenantProvisioner,
          inject: [ControlDatabase],
          useFactory: (control: ControlDatabase) => new TenantProvisioner({ control, admin, keyring, migrations: tenantMigrations }),
        },
        {
          provide: TenantRemover,
          inject: [ControlDatabase],
          useFactory: (control: ControlDatabase) => new TenantRemover({ control, admin, keyring }),
        },
      ],
      exports: [AccountAdministration, TenantProvisioner, SERVER_ACCESS],
    };
  }
}
