import { migratedAt, migrateOn, MIGRATIONS_TABLE, type MigrationClass, type Sql } from '@salient/platform';
import type { ClientTarget, ServerBrokers } from '@salient/tenancy';
import type pg from 'pg';
import { listTenants } from './tenant-list.js';
import type { ServerAccess } from './database-servers.js';

/** Which schema a database has: the name of its last migration, and a hash of what is there. */
export interface SchemaState {
  readonly version: string;
  readonly fingerprint: string;
}

export interface MigratedSchema extends SchemaState {
  /** Names of the migrations that ran. */
  readonly ran: readonly string[];
}

/** Newer code has migrated the database and could not say so any more: only code that knows this migration knows what it is like. */
export class SchemaAhead extends Error {
  override readonly name = 'SchemaAhead';
  constructor(migration: string) {
    super(`Newer code has migrated it: run "salient migrate" of a version that knows ${migration}.`);
  }
}

/**
 * Brings a tenant's database to the newest schema on one connection, and says what it has then and which migrations ran.
 *
 * @throws SchemaAhead
 */
export async function migrateTenantDatabase(
  brokers: ServerBrokers,
  target: ClientTarget,
  schema: readonly MigrationClass[],
  { lockTimeoutMs = 0 }: { readonly lockTimeoutMs?: number } = {},
): Promise<MigratedSchema> {
  let fingerprint = '';
  const version = schema.at(-1)!.name;
  const afterwards = async (sql: Sql) => {
    const [last] = await sql.query<{ name: string }>(`SELECT name FROM ${MIGRATIONS_TABLE} ORDER BY timestamp DESC LIMIT 1`);
    if (migratedAt(last!.name) > migratedAt(version)) throw new SchemaAhead(last!.name);
    fingerprint = fingerprintIn(await sql.query<FingerprintRow>(FINGERPRINT));
  };
  const ran = await brokers.withClient(target, (client) => migrateOn(client, schema, { lockTimeoutMs, afterwards }));
  return { version, fingerprint, ran };
}

/** A hash of every column, constraint and index of a tenant's database: equal schemas have equal ones, whatever their data. */
export async function readFingerprint(client: pg.Client): Promise<string> {
  return fingerprintIn((await client.query<FingerprintRow>(FINGERPRINT)).rows);
}

export interface Drift {
  readonly slug: string;
  readonly expected: string;
  /** What was found; null when the database cannot be reached. */
  readonly found: string | null;
}

/** Tenants whose schema is not the one that their last migration left: somebody changed it by hand. */
export async function findDrift({ control, keyring, brokers }: ServerAccess): Promise<Drift[]> {
  const rows = await control.query<{ tenant_id: string; fingerprint: string }>(
    `SELECT tenant_id, schema_fingerprint AS fingerprint FROM tenant_registry WHERE status <> 'deleted' AND schema_fingerprint IS NOT NULL`,
  );
  const expected = new Map(rows.map(({ tenant_id: id, fingerprint }) => [id, fingerprint]));
  const drifts: Drift[] = [];
  for (const { id, slug, address } of await listTenants(control, keyring)) {
    const recorded = expected.get(id);
    const found =
      recorded === undefined
        ? undefined
        : await brokers.withClient({ address, tenantId: id, lane: 'operator' }, readFingerprint).catch(() => null);
    if (recorded !== undefined && found !== recorded) drifts.push({ slug, expected: recorded, found: found ?? null });
  }
  return drifts;
}

interface FingerprintRow {
  readonly fingerprint: string;
}

function fingerprintIn([row]: readonly FingerprintRow[]): string {
  return row!.fingerprint;
}

const FINGERPRINT = `
  SELECT md5(string_agg(line, E'\\n' ORDER BY line COLLATE "C")) AS fingerprint FROM (
    SELECT format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) AS line
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL
    SELECT format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public'
  ) lines`;
