import { publishBuiltInSchemas } from '@salient/domain/directory';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { createDatabaseIfMissing, ensureServiceRoles, migrateControlDatabase } from '@salient/platform';
import { closeSharedDatabases, DatabasePool, migrateTenants, registerDefaultServer } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
import { migrationProgress } from './migration-progress.js';
import { wholeNumber } from './arguments.js';
import { interruption } from './interruption.js';
import { asOperator, type Operator } from './operator.js';
import { print, withJson } from './output.js';
import { serviceLogins } from './service-logins.js';
import { waitForControlSchema } from './wait-for-control-schema.js';

interface MigrationReport {
  readonly control: { readonly created: boolean; readonly migrations: readonly string[] };
  /** Entry types of the built-in directory schemas that got a new version. */
  readonly schemas: readonly string[];
  readonly tenants: readonly { readonly account: string; readonly migrations: readonly string[]; readonly error?: string }[];
  /** Accounts that were left alone because others failed, or the command was interrupted. */
  readonly skipped: readonly string[];
}

interface MigrateOptions {
  readonly json?: boolean;
  readonly wait?: boolean;
  readonly timeoutSeconds: number;
  readonly canaries: number;
  readonly concurrency: number;
}

/** More would be refused by any server. */
const CONCURRENCY_MAX = 100;
const ACCOUNTS_MAX = 1_000_000;

export function migrateCommand(): Command {
  return withJson(new Command('migrate'))
    .description('bring the control database and every account to the newest schema; a second run changes nothing')
    .option('--wait', 'change nothing: wait until somebody else has brought the control database to the newest schema')
    .option(
      '--canaries <accounts>',
      'so many accounts first, one after the other; when one fails, the others are left alone',
      wholeNumber(0, ACCOUNTS_MAX),
      1,
    )
    .option('--concurrency <accounts>', 'accounts of one server at once', wholeNumber(1, CONCURRENCY_MAX), 4)
    .option('--timeout-seconds <seconds>', 'how long to wait', wholeNumber(0, 86_400), 600)
    .action(async (options: MigrateOptions) => {
      if (options.wait) return waitForControlSchema(options.timeoutSeconds * 1_000);
      const report = await asOperator((operator) => migrate(operator, options), options.concurrency);
      print(report, options, () => describe(report));
      if (report.skipped.length > 0 || report.tenants.some(({ error }) => error)) process.exitCode = 1;
    });
}

async function migrate(operator: Operator, options: MigrateOptions): Promise<MigrationReport> {
  const { admin, control, access } = operator;
  const created = await createDatabaseIfMissing(admin);
  const migrations = await migrateControlDatabase(admin);
  await closeSharedDatabases(admin);
  await ensureServiceRoles(admin, serviceLogins(process.env)); // after it: admin-api needs what is closed to everybody
  await registerDefaultServer(control, admin);
  const schemas = await publishBuiltInSchemas(control);
  const progress = migrationProgress(options.json ?? false);
  const { tenants, skipped } = await migrateTenants(access, tenantMigrations, {
    canaries: options.canaries,
    concurrencyPerServer: options.concurrency,
    actor: { kind: 'system', id: 'salient migrate' },
    signal: interruption(),
    ...progress,
  }).finally(() => progress.end());
  await new DatabasePool(access, tenantMigrations)
    .migrate()
    .catch((error: Error) => progress.note(`Databases that wait for accounts: ${error.message}. admin-api tries it again.`));
  await operator.share();
  return {
    control: { created, migrations },
    schemas,
    tenants: tenants.map(({ slug, ran, error }) => ({ account: slug, migrations: ran, ...(error ? { error: String(error) } : {}) })),
    skipped,
  };
}

function describe({ control, schemas, tenants, skipped }: MigrationReport): string[] {
  return [
    ...(control.created ? ['Created the control database.'] : []),
    `Control database: ${namesOf(control.migrations)}`,
    `Directory schemas: ${namesOf(schemas)}`,
    ...tenants.map(({ account, migrations, error }) => `${account}: ${error ? `FAILED, ${error}` : namesOf(migrations)}`),
    ...(skipped.length > 0 ? [`Left alone, because others failed or it was interrupted: ${skipped.join(', ')}`] : []),
  ];
}

function namesOf(changes: readonly string[]): string {
  return changes.length > 0 ? changes.join(', ') : 'nothing to do';
}
