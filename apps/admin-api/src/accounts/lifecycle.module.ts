import { Inject, Module, type DynamicModule, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { tenantArrival, tenantMigrations } from '@salient/domain/tenant-schema';
import { ControlDatabase, type Keyring, type PostgresAddress } from '@salient/platform';
import { ServerBrokers } from '@salient/tenancy';
import {
  AccountAdministration,
  DatabasePool,
  FleetMigrator,
  TenantMover,
  TenantProvisioner,
  TenantRemover,
  TenantRestorer,
  type DeletionReceipt,
  type ServerAccess,
} from '@salient/tenancy/lifecycle';
import { PinoLogger } from 'nestjs-pino';

export interface LifecycleOptions {
  /** Of the server that tenants live on, direct: databases cannot be created through a transaction pooler. */
  readonly admin: PostgresAddress;
  readonly keyring: Keyring;
  /** How many databases wait for new accounts on each server. */
  readonly poolSize: number;
}

const POOL_SIZE = Symbol('PoolSize');

type Access = ServerAccess & { readonly control: ControlDatabase };

export const SERVER_ACCESS = Symbol('ServerAccess');

const SWEEP_MS = 2_000;

/** What makes, changes and removes accounts; the sweep that drops databases whose time is over, the fleet's migrations, moves, and databases made beforehand. */
@Module({})
export class LifecycleModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> | undefined;

  constructor(
    @Inject(TenantRemover) private readonly remover: TenantRemover,
    @Inject(TenantRestorer) private readonly restorer: TenantRestorer,
    @Inject(FleetMigrator) private readonly migrator: FleetMigrator,
    @Inject(TenantMover) private readonly mover: TenantMover,
    @Inject(TenantProvisioner) private readonly provisioner: TenantProvisioner,
    @Inject(DatabasePool) private readonly pool: DatabasePool,
    @Inject(POOL_SIZE) private readonly poolSize: number,
    private readonly logger: PinoLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweeping ??= this.sweep().finally(() => (this.sweeping = undefined)); // one that a silent server holds up is not queued behind
      this.migrator.work().catch((error: unknown) => this.logger.warn({ err: error }, 'A fleet migration failed'));
      this.mover.work().catch((error: unknown) => this.logger.warn({ err: error }, 'A move could not go on; it is tried again'));
      this.pool
        .fill(this.poolSize)
        .catch((error: unknown) => this.logger.warn({ err: error }, 'Databases for new accounts could not be made; it is tried again'));
    }, SWEEP_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([this.sweeping, this.migrator.stop(), this.mover.stop(), this.pool.stop()]);
  }

  /** Whatever of it fails is tried again, and keeps the rest from nothing. */
  private async sweep(): Promise<void> {
    const warn = (error: unknown) =>
      this.logger.warn({ err: error }, 'Databases that are not needed any more could not be dropped; it is tried again');
    await this.mover.dropFormer().catch(warn);
    await this.restorer.dropFormer().catch(warn);
    await this.provisioner.removeAbandoned().catch(warn);
    const tell = ({ slug, bytes }: DeletionReceipt) =>
      this.logger.info({ event: 'account_deleted', account: slug, bytes }, 'An account was deleted');
    await this.remover.removeDue({ kind: 'system', id: 'deletion-sweep' }, tell).catch(warn);
  }

  static forRoot({ admin, keyring, poolSize }: LifecycleOptions): DynamicModule {
    return {
      module: LifecycleModule,
      providers: [
        {
          provide: SERVER_ACCESS,
          inject: [ControlDatabase, ServerBrokers],
          useFactory: (control: ControlDatabase, brokers: ServerBrokers): Access => ({ control, admin, keyring, brokers }),
        },
        {
          provide: AccountAdministration,
          inject: [ControlDatabase],
          useFactory: (control: ControlDatabase) => new AccountAdministration(control),
        },
        {
          provide: TenantProvisioner,
          inject: [SERVER_ACCESS],
          useFactory: (access: Access) => new TenantProvisioner({ ...access, migrations: tenantMigrations }),
        },
        {
          provide: FleetMigrator,
          inject: [SERVER_ACCESS],
          useFactory: (access: Access) => new FleetMigrator(access, tenantMigrations),
        },
        { provide: POOL_SIZE, useValue: poolSize },
        {
          provide: DatabasePool,
          inject: [SERVER_ACCESS],
          useFactory: (access: Access) => new DatabasePool(access, tenantMigrations),
        },
        {
          provide: TenantMover,
          inject: [SERVER_ACCESS],
          useFactory: (access: Access) => new TenantMover(access, { migrations: tenantMigrations, arrival: tenantArrival }),
        },
        {
          provide: TenantRestorer,
          inject: [SERVER_ACCESS],
          useFactory: (access: Access) => new TenantRestorer(access, tenantMigrations),
        },
        {
          provide: TenantRemover,
          inject: [SERVER_ACCESS],
          useFactory: (access: Access) => new TenantRemover(access),
        },
      ],
      exports: [AccountAdministration, FleetMigrator, TenantMover, TenantProvisioner, SERVER_ACCESS],
    };
  }
}
