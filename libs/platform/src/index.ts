export { auditEvents, auditPage, type AuditFilter, type AuditRow, type AuditStore } from './audit/audit-reader.js';
export { writeAuditEvent, type AuditEvent } from './audit/audit-writer.js';
export {
  commonEnvironment,
  controlAddresses,
  controlDatabaseEnvironment,
  parsed,
  requireControlDatabase,
  tenancyEnvironment,
  type ControlAddresses,
} from './config/common.environment.js';
export { integer, InvalidEnvironment, parseEnvironment, secret } from './config/environment.js';
export { ControlChannel, type ControlChange } from './control/control-channel.js';
export { notifyProcesses } from './control/notify-processes.js';
export { ControlDatabase } from './control/control-database.js';
export { ControlModule } from './control/control.module.js';
export {
  createDatabaseIfMissing,
  migratedAt,
  migrateDatabase,
  migrateOn,
  MIGRATION_LOCK,
  MIGRATIONS_TABLE,
  oldestCodeOf,
  withClient,
  type MigrationClass,
} from './control/migrate.js';
export { readControlSchema, type ControlSchema } from './control/control-schema.js';
export { migrateControlDatabase } from './control/migrate-control-database.js';
export { controlMigrations } from './control/migrations/index.js';
export { ensureServiceRoles, type ServiceLogin, type ServiceLogins } from './control/service-roles.js';
export { clientAddress, parsePostgresUrl, typeormAddress, type PostgresAddress } from './control/postgres-address.js';
export { sqlOf, type Sql, type SqlParameters } from './control/sql.js';
export { silentTypeormLogger } from './control/typeorm-logger.js';
export { CannotUnseal, Keyring } from './crypto/keyring.js';
export { MacKeys } from './crypto/mac-keys.js';
export {
  BodyTooLarge,
  Draining,
  InvalidRequest,
  NotFound,
  PreconditionFailed,
  UnknownField,
  UnsupportedMediaType,
} from './errors/common.errors.js';
export { SalientError, type SalientErrorOptions } from './errors/salient-error.js';
export { HealthModule } from './health/health.module.js';
export { Readiness } from './health/readiness.js';
export { ShutdownState, stopOnSignals } from './health/shutdown.js';
export { createHttpApp, type HttpAppOptions } from './http/create-http-app.js';
export { textOf } from './http/json-body.js';
export { decodeCursor, encodeCursor, pageOfRows, UUID_KEY } from './http/page-cursor.js';
export { entityTag, requireMatch } from './http/entity-tag.js';
export { problemOf } from './http/problem.js';
export { pathOf, type ForeignProblem, type ProblemForm } from './http/problem.filter.js';
export { parseInput, zodPipe } from './http/zod.pipe.js';
export { DebugPages, type DebugReport } from './metrics/debug-pages.js';
export { Metrics } from './metrics/metrics.js';
export { MetricsModule } from './metrics/metrics.module.js';
export { LoggingModule } from './logging/logging.module.js';
export { currentRequestContext, runInRequestContext, type RequestContext } from './logging/request-context.js';
export { packageVersion } from './config/package-version.js';
export { runService } from './http/run-service.js';
export type { RouteExample, RouteExamples } from './openapi/examples.js';
export { serveApiDocs } from './openapi/api-docs.js';
export { Describe } from './openapi/describe.js';
export { IdempotencyInProgress, IdempotencyMismatch } from './idempotency/idempotency.errors.js';
export { idempotencyKeyOf, type IdempotencyKey } from './idempotency/idempotency-key.js';
export { runOnce, type Outcome } from './idempotency/run-once.js';
export { newId } from './new-id.js';
