import { publishBuiltInSchemas } from '@salient/domain/directory';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { createDatabaseIfMissing, migrateControlDatabase } from '@salient/platform';
import { closeSharedDatabases, migrateTenants, registerDefaultServer } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
import { asOperator, type Operator } from './operator.js';
import { print, withJson } from './output.js';
import { waitForControlSchema } from './wait-for-control-schema.js';

interface MigrationReport {
  readonly control: { readonly created: boolean; readonly migrations: readonly string[] };
  /** Entry types of the built-in directory schemas that got a new version. */
  readonly schemas: readonly string[];
  readonly tenants: readonly { readonly account: string; readonly migrations: readonly string[]; readonly error?: string }[];
}

interface MigrateOptions {
  readonly json?: boolean;
  readonly wait?: boolean;
  readonly timeoutSeconds: string;
}

export function migrateCommand(): Command {
  return withJson(new Command('migrate'))
    .description('bring the control database and every account to the newest schema; a second run changes nothing')
    .option('--wait', 'change nothing: wait until somebody else has brought the control database to the newest schema')
    .option('--timeout-seconds <seconds>', 'how long to wait', '600')
    .action(async (options: MigrateOptions) => {
      if (options.wait) return waitForControlSchema(Number(options.timeoutSeconds) * 1_000);
      const report = await asOperator(migrate);
      print(report, options, () => describe(report));
      if (report.tenants.some(({ error }) => error)) process.exitCode = 1;
    });
}

async function migrate(operator: Operator): Promise<MigrationReport> {
  const { admin, control, keyring } = operator;
  const created = await createDatabaseIfMissing(admin);
  const migrations = await migrateControlDatabase(admin);
  await closeSharedDatabases(admin);
  await registerDefaultServer(control, admin);
  const schemas = await publishBuiltInSchemas(control);
  const tenants = await migrateTenants(control, keyring, tenantMigrations);
  return {
    control: { created, migrations },
    schemas,
    tenants: tenants.map(({ slug, ran, error }) => ({ account: slug, migrations: ran, ...(error ? { error: String(error) } : {}) })),
  };
}

function describe({ control, schemas, tenants }: MigrationReport): string[] {
  return [
    ...(control.created ? ['Created the control database.'] : []),
    `Control database: ${namesOf(control.migrations)}`,
    `Directory schemas: ${namesOf(schemas)}`,
    ...tenants.map(({ account, migrations, error }) => `${account}: ${error ? `FAILED, ${error}` : namesOf(migrations)}`),
  ];
}

function namesOf(changes: readonly string[]): string {
  return changes.length > 0 ? changes.join(', ') : 'nothing to do';
}
