import type { DatabaseServer, FleetMigration, Tenant, TenantMove } from '@salient/contracts/admin';
import type { RouteExamples } from '@salient/platform';
import { ACCOUNT, CREATED, event, LATER, page, PERSON } from './example-values.js';

const MIGRATION = '01a20ec9-3344-7556-8778-99aabbccddee';
const MOVE = '01a20ec9-4455-7667-9889-aabbccddeeff';
const SCHEMA = 'AuditRights1764930000000';
const tenant: Tenant = {
  id: ACCOUNT,
  slug: 'harbor-clinic',
  status: 'active',
  server: 'default',
  database: 'salient_tenant_01a20ec490f17c528a3e5b1d2c3e4f50',
  config_version: 4,
  schema_version: SCHEMA,
  migration_error: null,
  migration_failed_at: null,
  connections: 2,
  size_bytes: 11_534_336,
  last_backup_at: LATER,
  breaker: 'closed',
  created_at: CREATED,
};
const server: DatabaseServer = {
  id: '01a20ec4-0000-7111-8222-333344445555',
  name: 'default',
  host: 'postgres.internal',
  port: 5432,
  max_connections: 300,
  reserved_connections: 20,
  accepts_tenants: true,
  tenants: 12,
};
const migration: FleetMigration = {
  id: MIGRATION,
  status: 'running',
  target: SCHEMA,
  canaries: 1,
  concurrency: 4,
  total: 12,
  done: 5,
  failed: 0,
  seconds_left: 14,
  started_by: `admin:${PERSON}`,
  error: null,
  created_at: LATER,
  finished_at: null,
};
const move: TenantMove = {
  id: MOVE,
  account_id: ACCOUNT,
  account: 'harbor-clinic',
  status: 'running',
  step: 'copying',
  from_server: 'default',
  to_server: 'second',
  rows_total: 120_000,
  rows_copied: 48_500,
  rows_caught_up: 0,
  pauses: 0,
  paused_ms: null,
  keep_until: null,
  former_dropped_at: null,
  cancel_requested_at: null,
  started_by: `admin:${PERSON}`,
  error: null,
  created_at: LATER,
  finished_at: null,
};

const ADMIN = '/api/admin';

/** An example for every route of the fleet: where accounts are, and what is done to all of them. */
export const fleetExamples: RouteExamples = {
  [`GET ${ADMIN}/tenants`]: { answers: { 200: page(tenant) } },
  [`GET ${ADMIN}/database-servers`]: { answers: { 200: { data: [server] } } },
  [`POST ${ADMIN}/accounts/{account}/move`]: {
    body: { server: 'second', keep: '24h' },
    answers: { 202: { ...move, step: 'preparing', rows_total: null, rows_copied: 0 } },
  },
  [`GET ${ADMIN}/tenant-moves`]: { answers: { 200: page(move) } },
  [`GET ${ADMIN}/tenant-moves/{move}`]: { answers: { 200: move } },
  [`GET ${ADMIN}/tenant-moves/{move}/events`]: { answers: { 200: event('progress', `${MOVE}:0`, move) } },
  [`POST ${ADMIN}/tenant-moves/{move}/cancel`]: { answers: { 202: { ...move, cancel_requested_at: LATER } } },
  [`POST ${ADMIN}/fleet-migrations`]: {
    body: { canaries: 1, concurrency: 4 },
    answers: { 202: { ...migration, total: null, done: 0, seconds_left: null } },
  },
  [`GET ${ADMIN}/fleet-migrations`]: { answers: { 200: page(migration) } },
  [`GET ${ADMIN}/fleet-migrations/{migration}`]: {
    answers: {
      200: { ...migration, tenants: [{ id: ACCOUNT, slug: 'harbor-clinic', migrations: [SCHEMA], error: null, finished_at: LATER }] },
    },
  },
  [`GET ${ADMIN}/fleet-migrations/{migration}/events`]: { answers: { 200: event('progress', `${MIGRATION}:0`, migration) } },
  [`POST ${ADMIN}/fleet-migrations/{migration}/pause`]: { answers: { 200: { ...migration, status: 'paused', seconds_left: null } } },
  [`POST ${ADMIN}/fleet-migrations/{migration}/resume`]: { answers: { 200: migration } },
};
