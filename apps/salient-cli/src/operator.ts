import {
  commonEnvironment,
  controlAddresses,
  ControlDatabase,
  controlDatabaseEnvironment,
  parseEnvironment,
  requireControlDatabase,
  type Keyring,
  type PostgresAddress,
} from '@salient/platform';
import { TENANT_SCHEMA_KNOWN, TENANT_SCHEMA_MINIMUM } from '@salient/domain/agents';
import { tenantArrival, tenantMigrations } from '@salient/domain/tenant-schema';
import {
  AccountNotFound,
  CONNECTION_DEFAULTS,
  requireSchema,
  runAsTenant,
  ServerBrokers,
  TenantDb,
  TenantHandles,
  type TenantRecord,
} from '@salient/tenancy';
import { findTenant, shareTenantRoles, TenantMover, TenantProvisioner, type ServerAccess } from '@salient/tenancy/lifecycle';
import { z } from 'zod';
import { serviceLogins } from './service-logins.js';

const Environment = z
  .object({ ...controlDatabaseEnvironment, SALIENT_ENCRYPTION_KEYS: commonEnvironment.SALIENT_ENCRYPTION_KEYS })
  .superRefine(requireControlDatabase, { when: () => true }); // also beside other faults, so that all are named at once

const APPLICATION = 'salient-cli';

/** Connections of a command to tenants' databases on one server. */
const CONNECTIONS_MAX = 4;

const SCHEMAS = { schemaMinimum: TENANT_SCHEMA_MINIMUM, schemaKnown: TENANT_SCHEMA_KNOWN };

/** Who has done it, for the audit. */
export const OPERATOR = { actor: { kind: 'system', id: APPLICATION } } as const;

/** What a command works with; {@link asOperator} opens it and closes it again. */
export class Operator {
  readonly control: ControlDatabase;
  private readonly brokers: ServerBrokers;
  private readonly handles: TenantHandles;

  constructor(
    readonly keyring: Keyring,
    /** Where commands go that a transaction pooler would break: migrations, CREATE DATABASE. */
    readonly admin: PostgresAddress,
    connectionsMax = CONNECTIONS_MAX,
  ) {
    this.control = new ControlDatabase({ address: admin, connectionsMax: 2, applicationName: APPLICATION });
    const options = {
      keyring,
      applicationName: APPLICATION,
      entities: [],
      handlesMax: 10,
      idleMs: 10_000,
      connections: { ...CONNECTION_DEFAULTS, budget: connectionsMax },
    };
    this.brokers = new ServerBrokers(options);
    this.handles = new TenantHandles(options, this.brokers);
  }

  get access(): ServerAccess & { readonly control: ControlDatabase } {
    const { control, admin, keyring, brokers } = this;
    return { control, admin, keyring, brokers, partner: serviceLogins(process.env).admin.user };
  }

  get provisioner(): TenantProvisioner {
    return new TenantProvisioner({ ...this.access, migrations: tenantMigrations });
  }

  get mover(): TenantMover {
    return new TenantMover(this.access, {
      migrations: tenantMigrations,
      arrival: tenantArrival,
      share: () => this.share(),
    });
  }

  findAccount(slug: string): Promise<TenantRecord | null> {
    return findTenant(this.control, this.keyring, slug);
  }

  /** @throws AccountNotFound */
  async account(slug: string): Promise<TenantRecord> {
    const tenant = await this.findAccount(slug);
    if (!tenant) throw new AccountNotFound(slug);
    return tenant;
  }

  /**
   * Runs `work` inside an account's database.
   *
   * @throws TenantUnavailable when its schema is too old or too new for this code, as services do
   */
  async inAccount<Result>(tenant: TenantRecord, work: (db: TenantDb) => Promise<Result>): Promise<Result> {
    requireSchema(tenant, SCHEMAS);
    await using lease = await this.handles.lend(tenant);
    return await runAsTenant(lease, () => work(new TenantDb()));
  }

  /** Lets admin-api go on with the accounts that an operator has made. */
  share(): Promise<void> {
    return shareTenantRoles(this.admin, serviceLogins(process.env).admin.user);
  }

  async close(): Promise<void> {
    await this.handles.onApplicationShutdown();
    await this.control.onApplicationShutdown();
  }
}

/**
 * @param connectionsMax to tenants' databases on one server
 * @throws InvalidEnvironment that names every faulty variable
 */
export async function asOperator<Result>(work: (operator: Operator) => Promise<Result>, connectionsMax?: number): Promise<Result> {
  const environment = parseEnvironment(Environment, process.env);
  const operator = new Operator(environment.SALIENT_ENCRYPTION_KEYS, controlAddresses(environment).direct, connectionsMax);
  try {
    return await work(operator);
  } finally {
    await operator.close();
  }
}
