import pg from 'pg';
import type { TenantTable } from '../tenant-tables.js';
import { withLockRetries } from '../lock-retries.js';

/** Where a database that is being moved away keeps what has changed. Beside the schema of the application, whose fingerprint stays. */
const SCHEMA = 'salient_move';
const TRIGGER = 'salient_move_capture';
const LOCK_TIMEOUT = '2s';

/**
 * From now on, the keys of all rows that change are noted in the database itself, in the transaction that changes them. A
 * transaction that has written without being noted has ended before this does: a snapshot taken afterwards holds its work.
 *
 * @throws Error when running work holds a table for too long
 */
export async function captureChanges(client: pg.Client, tables: readonly TenantTable[]): Promise<void> {
  await client.query(`SET lock_timeout = '${LOCK_TIMEOUT}'`);
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${SCHEMA};
    CREATE TABLE IF NOT EXISTS ${SCHEMA}.changes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, relation text NOT NULL, key jsonb NOT NULL)`);
  // A table at a time: its lock waits for those who write, and makes others wait behind it.
  for (const table of tables) await withLockRetries(() => client.query(triggerOf(table)));
  await client.query('RESET lock_timeout');
}

/** Takes away what {@link captureChanges} has left; also after half of it, and again. */
export async function endCapture(client: pg.Client, tables: readonly TenantTable[]): Promise<void> {
  await client.query(`SET lock_timeout = '${LOCK_TIMEOUT}'`);
  for (const { name } of tables)
    await withLockRetries(() =>
      client.query(`DROP TRIGGER IF EXISTS ${TRIGGER} ON ${name}; DROP TRIGGER IF EXISTS ${TRIGGER}_truncate ON ${name}`),
    );
  await client.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
  await client.query('RESET lock_timeout');
}

/** How many changes of which table are noted, in the snapshot of the transaction. */
export async function changesByTable(client: pg.Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ relation: string; changes: number }>(
    `SELECT relation, count(*)::int AS changes FROM ${SCHEMA}.changes GROUP BY relation`,
  );
  return new Map(rows.map(({ relation, changes }) => [relation, changes]));
}

/** SQL for the keys of a table's rows that have changed, each once. */
export function changedKeys({ name, key }: TenantTable): string {
  const columns = key.map((column) => `changed.${column}`).join(', ');
  return `SELECT DISTINCT ${columns} FROM ${SCHEMA}.changes noted, jsonb_populate_record(NULL::${name}, noted.key) changed
    WHERE noted.relation = ${pg.escapeLiteral(name)}`;
}

/** Forgets what the snapshot of the transaction shows; what was noted since stays. */
export async function forgetChanges(client: pg.Client): Promise<void> {
  await client.query(`DELETE FROM ${SCHEMA}.changes`);
}

function triggerOf({ name, key }: TenantTable): string {
  const keyOf = (row: 'OLD' | 'NEW') =>
    `jsonb_build_object(${key.map((column) => `${pg.escapeLiteral(unquoted(column))}, ${row}.${column}`).join(', ')})`;
  const note = (row: 'OLD' | 'NEW') => `INSERT INTO ${SCHEMA}.changes (relation, key) VALUES (${pg.escapeLiteral(name)}, ${keyOf(row)});`;
  const rowOf = (row: 'OLD' | 'NEW') => `(${key.map((column) => `${row}.${column}`).join(', ')})`;
  const capture = `${SCHEMA}.${pg.escapeIdentifier(`capture_${unquoted(name)}`)}`;
  return `
    CREATE OR REPLACE FUNCTION ${capture}() RETURNS trigger LANGUAGE plpgsql AS $capture$
    BEGIN
      IF TG_OP = 'TRUNCATE' THEN RAISE EXCEPTION 'The account is being moved: its tables cannot be truncated now.'; END IF;
      IF TG_OP <> 'INSERT' THEN ${note('OLD')} END IF;
      IF TG_OP = 'INSERT' THEN ${note('NEW')}
      ELSIF TG_OP = 'UPDATE' AND ${rowOf('NEW')} IS DISTINCT FROM ${rowOf('OLD')} THEN ${note('NEW')} END IF;
      RETURN NULL;
    END $capture$;
    CREATE OR REPLACE TRIGGER ${TRIGGER} AFTER INSERT OR UPDATE OR DELETE ON ${name} FOR EACH ROW EXECUTE FUNCTION ${capture}();
    CREATE OR REPLACE TRIGGER ${TRIGGER}_truncate BEFORE TRUNCATE ON ${name} FOR EACH STATEMENT EXECUTE FUNCTION ${capture}()`;
}

/** A name as it is, of one as SQL wants it. */
function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}
