import { writeAuditEvent, type ControlDatabase } from '@salient/platform';
import { AccountNotFound, type ClientTarget, type ServerBrokers, type TenantRecord } from '@salient/tenancy';
import type pg from 'pg';
import type { ServerAccess } from '../database-servers.js';
import type { LifecycleActor } from '../lifecycle-actor.js';
import { findTenant } from '../tenant-list.js';
import type { NewTenant, TenantProvisioner } from '../tenant-provisioner.js';
import { tenantTables, type TenantTable } from '../tenant-tables.js';
import { openArchive, UnusableArchive, writeArchive, type ArchiveHeader } from './archive-file.js';

export interface ArchiveSummary {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

const ROWS_PER_LINE = 500;
/** A line with rows of one table. The rows stay text, for JavaScript has fewer digits than PostgreSQL's numbers. */
const TABLE_OF_LINE = /^\{"table":("(?:[^"\\]|\\.)+"),"rows":\[/;

/**
 * Writes all that an account has said and stored to a gzip file of JSON lines, as it was at one instant; the account goes on
 * serving. Tokens are not in it: they live in the control database, and a restored account gets new ones.
 *
 * @param signal aborted to give it up; nothing is left then
 * @throws AccountNotFound
 */
export async function exportTenant(
  access: ServerAccess & { readonly control: ControlDatabase },
  slug: string,
  file: string,
  { requestId, ...actor }: LifecycleActor,
  signal?: AbortSignal,
): Promise<ArchiveSummary> {
  const tenant = await findTenant(access.control, access.keyring, slug);
  if (!tenant) throw new AccountNotFound(slug);
  const { id, address } = tenant;
  const rows: Record<string, number> = {};
  await access.brokers.withClient({ address, tenantId: id, lane: 'operator' }, (client) =>
    writeArchive(file, contentOf(client, headerOf(tenant), rows), signal),
  );
  await access.control.transaction(async (sql) => {
    await sql.query('UPDATE tenant_registry SET last_backup_at = now() WHERE tenant_id = $1', [id]);
    const event = { tenantId: id, actor, action: 'account.exported', target: { kind: 'account', id }, requestId };
    await writeAuditEvent(sql, { ...event, details: { rows } });
  });
  return { rows };
}

/**
 * Makes a new account with the content of an archive. It is provisioned like any other and filled before it is active: when the
 * archive cannot be read to its end, or the process is lost, nothing is left of it.
 *
 * @throws SlugTaken, UnusableArchive
 */
export async function restoreTenant(
  { brokers }: Pick<ServerAccess, 'brokers'>,
  provisioner: TenantProvisioner,
  file: string,
  tenant: NewTenant,
  actor: LifecycleActor,
): Promise<ArchiveSummary & { readonly id: string }> {
  await using archive = await openArchive(file, provisioner.schemaVersion);
  let rows: Record<string, number> = {};
  const { id } = await provisioner.provision(tenant, actor, async (target) => {
    rows = await importRows(brokers, target, archive.lines);
    return { from: archive.header.slug, exported_at: archive.header.exported_at, rows };
  });
  return { id, rows };
}

/** Fills a migrated database, wholly or not at all. @throws UnusableArchive */
export async function importRows(
  brokers: ServerBrokers,
  target: ClientTarget,
  lines: AsyncIterable<string>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await brokers.withClient(target, async (client) => {
    const tables = new Map((await tenantTables(client)).map((table) => [table.name, table.columns.join(', ')]));
    await client.query('BEGIN');
    for await (const line of lines) {
      const table = tableOf(line);
      const columns = tables.get(table);
      if (!columns) throw new UnusableArchive(`The archive has a table ${table}, this version has none.`);
      const { rowCount } = await client.query(
        `INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json -> 'rows')`,
        [line],
      );
      counts[table] = (counts[table] ?? 0) + (rowCount ?? 0);
    }
    await client.query('COMMIT');
  });
  return counts;
}

function headerOf({ slug, name, schemaVersion }: TenantRecord): ArchiveHeader {
  return { format: 1, slug, name, schema_version: schemaVersion ?? null, exported_at: new Date().toISOString() };
}

/** @param counts told how many rows of which table there were */
async function* contentOf(client: pg.Client, header: ArchiveHeader, counts: Record<string, number>): AsyncGenerator<string> {
  yield `${JSON.stringify(header)}\n`;
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  for (const table of await tenantTables(client)) {
    counts[table.name] = 0;
    for await (const rows of rowsOf(client, table)) {
      counts[table.name]! += rows.length;
      yield `{"table":${JSON.stringify(table.name)},"rows":[${rows.join(',')}]}\n`;
    }
  }
  await client.query('COMMIT');
}

/** The rows of a table as JSON, as many at once as fit a line. A cursor, so that memory stays flat however large the table is. */
async function* rowsOf(client: pg.Client, { name, columns }: TenantTable): AsyncGenerator<readonly string[]> {
  const row = `translate(to_json(stored.*)::text, E'\\n', ' ')`; // a json column keeps the line breaks between its values
  await client.query(
    `DECLARE content NO SCROLL CURSOR FOR SELECT ${row} AS row FROM (SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${orderOf(columns)}) stored`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${ROWS_PER_LINE} FROM content`);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await client.query('CLOSE content');
}

/** Messages refer to earlier ones of their session: these come first. */
function orderOf(columns: readonly string[]): string {
  return ['seq', 'created_at', 'id'].filter((column) => columns.includes(column)).join(', ') || '1';
}

/** @throws UnusableArchive */
function tableOf(line: string): string {
  const found = TABLE_OF_LINE.exec(line)?.[1];
  if (found === undefined) throw new UnusableArchive('The archive has a line without rows of a table.');
  return JSON.parse(found) as string;
}
