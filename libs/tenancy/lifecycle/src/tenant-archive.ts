import { writeAuditEvent } from '@salient/platform';
import { AccountNotFound, type ClientTarget, type ServerBrokers } from '@salient/tenancy';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import type { ServerAccess } from './database-servers.js';
import type { LifecycleActor } from './lifecycle-actor.js';
import type { NewTenant, TenantProvisioner } from './tenant-provisioner.js';
import { findTenant } from './tenant-list.js';
import { tenantTables, type TenantTable } from './tenant-tables.js';

/** The first line of an archive. */
interface ArchiveHeader {
  readonly format: 1;
  readonly slug: string;
  readonly name: string;
  readonly schema_version: string | null;
  readonly exported_at: string;
}

/** Rows of one table, as many as fit a line. */
interface ArchiveRows {
  readonly table: string;
  readonly rows: readonly object[];
}

export interface ArchiveSummary {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}

const ROWS_PER_LINE = 500;

/** The archive was written by another version of the schema. */
export class ArchiveMismatch extends Error {
  override readonly name = 'ArchiveMismatch';
}

/**
 * Writes all that an account has said and stored to a gzip file of JSON lines, as it was at one instant; the account goes on
 * serving. Tokens are not in it: they live in the control database, and a restored account gets new ones.
 *
 * @throws AccountNotFound
 */
export async function exportTenant(access: ServerAccess, slug: string, file: string): Promise<ArchiveSummary> {
  const tenant = await findTenant(access.control, access.keyring, slug);
  if (!tenant) throw new AccountNotFound(slug);
  const draft = `${file}.partial`;
  const gzip = createGzip();
  const output = gzip.pipe(createWriteStream(draft, { mode: 0o600 }));
  const write = async (line: ArchiveHeader | ArchiveRows) => {
    if (!gzip.write(`${JSON.stringify(line)}\n`)) await once(gzip, 'drain');
  };
  const rows: Record<string, number> = {};
  try {
    const header: ArchiveHeader = {
      format: 1,
      slug,
      name: tenant.name,
      schema_version: tenant.schemaVersion ?? null,
      exported_at: new Date().toISOString(),
    };
    await write(header);
    await access.brokers.withClient({ address: tenant.address, tenantId: tenant.id, lane: 'operator' }, async (client) => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      for (const table of await tenantTables(client)) rows[table.name] = await exportTable(client, table, write);
      await client.query('COMMIT');
    });
    gzip.end();
    await finished(output);
    await rename(draft, file);
    await access.control.query('UPDATE tenant_registry SET last_backup_at = now() WHERE tenant_id = $1', [tenant.id]);
  } catch (error) {
    gzip.destroy();
    await rm(draft, { force: true });
    throw error;
  }
  return { rows };
}

/**
 * Makes a new account with the content of an archive. It is provisioned like any other, so an archive that cannot be read to
 * its end leaves an account behind that is suspended and can be deleted.
 *
 * @throws SlugTaken; ArchiveMismatch when the archive's schema is not this version's
 */
export async function restoreTenant(
  { control, brokers }: ServerAccess,
  provisioner: TenantProvisioner,
  file: string,
  tenant: NewTenant,
  { requestId, ...actor }: LifecycleActor,
): Promise<ArchiveSummary & { readonly id: string }> {
  const { header, lines } = await openArchive(file, provisioner.schemaVersion);
  const { id, address } = await provisioner.provision(tenant, actor);
  try {
    const rows = await importRows(brokers, { address, tenantId: id, lane: 'operator' }, lines);
    await writeAuditEvent(control, {
      tenantId: id,
      actor,
      action: 'account.restored',
      target: { kind: 'account', id },
      details: { from: header.slug, exported_at: header.exported_at, rows },
      requestId,
    });
    return { id, rows };
  } catch (error) {
    await control.query(`UPDATE tenant_registry SET status = 'suspended' WHERE tenant_id = $1`, [id]);
    throw error;
  }
}

/** Reads the head of an archive. @throws ArchiveMismatch when its schema is another one than `schemaVersion` */
export async function openArchive(
  file: string,
  schemaVersion: string,
): Promise<{ readonly header: Partial<ArchiveHeader>; readonly lines: AsyncIterator<string> }> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity })[Symbol.asyncIterator]();
  const header = JSON.parse((await lines.next()).value ?? '{}') as Partial<ArchiveHeader>;
  if (header.format !== 1 || header.schema_version !== schemaVersion)
    throw new ArchiveMismatch(`The archive has the schema ${header.schema_version ?? 'of none'}, this version has ${schemaVersion}.`);
  return { header, lines };
}

/** A cursor, so that memory stays flat however large the table is. */
async function exportTable(
  client: pg.Client,
  { name, columns }: TenantTable,
  write: (line: ArchiveRows) => Promise<void>,
): Promise<number> {
  await client.query(
    `DECLARE content NO SCROLL CURSOR FOR SELECT to_jsonb(stored) AS row FROM (SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${orderOf(columns)}) stored`,
  );
  let count = 0;
  for (;;) {
    const { rows } = await client.query<{ row: object }>(`FETCH ${ROWS_PER_LINE} FROM content`);
    if (rows.length === 0) break;
    count += rows.length;
    await write({ table: name, rows: rows.map(({ row }) => row) });
  }
  await client.query('CLOSE content');
  return count;
}

/** Messages refer to earlier ones of their session: these come first. */
function orderOf(columns: readonly string[]): string {
  return ['seq', 'created_at', 'id'].filter((column) => columns.includes(column)).join(', ') || '1';
}

/** Fills a migrated database, wholly or not at all. @throws ArchiveMismatch */
export async function importRows(
  brokers: ServerBrokers,
  target: ClientTarget,
  lines: AsyncIterator<string>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  await brokers.withClient(target, async (client) => {
    const tables = new Map((await tenantTables(client)).map((table) => [table.name, table.columns.join(', ')]));
    await client.query('BEGIN');
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      const { table, rows } = JSON.parse(line.value) as ArchiveRows;
      const columns = tables.get(table);
      if (!columns) throw new ArchiveMismatch(`The archive has a table ${table}, this version has none.`);
      await client.query(
        `INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(rows)],
      );
      counts[table] = (counts[table] ?? 0) + rows.length;
    }
    await client.query('COMMIT');
  });
  return counts;
}
