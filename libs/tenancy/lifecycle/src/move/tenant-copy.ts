import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { TenantTable } from '../tenant-tables.js';
import { changedKeys, changesByTable, forgetChanges } from './change-capture.js';

const NEWLINE = 10;
const KEYS_AT_ONCE = 5_000;
const SERIALIZATION_FAILURE = '40001';
const TRIES = 3;

/** The two ends of a move: connections that act as the owner of the database. */
export interface MoveEnds {
  readonly source: pg.Client;
  readonly target: pg.Client;
}

/**
 * Copies all rows, as they are at one instant, in place of what the tables hold; the account goes on serving.
 *
 * @param onRows told how many there are before the first one, and then how many are copied
 */
export async function copyAll(
  { source, target }: MoveEnds,
  tables: readonly TenantTable[],
  signal: AbortSignal,
  onRows: (copied: number, total: number) => void,
): Promise<void> {
  await source.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await target.query('BEGIN');
  await target.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`); // what migrations have put there is in the source, as it is now
  let total = 0;
  for (const { name } of tables) total += await countOf(source, name);
  let copied = 0;
  onRows(copied, total);
  for (const table of tables) {
    await copyRows({ source, target }, table, { signal, onRows: (rows) => onRows((copied += rows), total) });
  }
  await target.query('COMMIT');
  await source.query('COMMIT');
  await target.query('ANALYZE'); // else its first statements are planned for empty tables
}

/**
 * Brings the target from an earlier instant of the source to the present one: rows that have changed are taken away and
 * copied anew, as they are now. So it does not matter in which order they changed, nor whether some of it was done before.
 *
 * @returns how many rows had changed
 */
export async function catchUp(ends: MoveEnds, tables: readonly TenantTable[]): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await catchUpOnce(ends, tables);
    } catch (error) {
      // Whoever worked on the move before has forgotten the same changes just now.
      if ((error as { code?: string }).code !== SERIALIZATION_FAILURE || attempt === TRIES) throw error;
      await Promise.all([ends.source.query('ROLLBACK'), ends.target.query('ROLLBACK')]);
    }
  }
}

/** @throws Error when a table has not as many rows here as there. For right after {@link catchUp} with nobody writing. */
export async function compareCounts({ source, target }: MoveEnds, tables: readonly TenantTable[]): Promise<void> {
  for (const { name } of tables) {
    const [there, here] = await Promise.all([countOf(source, name), countOf(target, name)]);
    if (there !== here) throw new Error(`The copy of ${name} has ${here} rows instead of ${there}.`);
  }
}

/** Sequences go on where they are. */
export async function copySequences({ source, target }: MoveEnds): Promise<void> {
  const { rows } = await source.query<{ name: string; last_value: string }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL`,
  );
  for (const { name, last_value: last } of rows) await target.query('SELECT setval($1::regclass, $2)', [name, last]);
}

async function catchUpOnce({ source, target }: MoveEnds, tables: readonly TenantTable[]): Promise<number> {
  await source.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  const changes = await changesByTable(source);
  const changed = tables.filter(({ name }) => changes.has(name));
  let rows = 0;
  await target.query('BEGIN');
  for (const table of changed) rows += await dropChanged({ source, target }, table);
  for (const table of changed) {
    await copyRows({ source, target }, table, { join: ` JOIN (${changedKeys(table)}) changed USING (${table.key.join(', ')})` });
  }
  await target.query('COMMIT'); // before the source forgets: what is done twice does no harm
  if (changed.length > 0) await forgetChanges(source);
  await source.query('COMMIT');
  return rows;
}

async function dropChanged({ source, target }: MoveEnds, table: TenantTable): Promise<number> {
  const { name, key } = table;
  await source.query(`DECLARE changed NO SCROLL CURSOR FOR SELECT to_jsonb(changed.*) AS key FROM (${changedKeys(table)}) changed`);
  const isSame = key.map((column) => `stored.${column} = changed.${column}`).join(' AND ');
  let dropped = 0;
  for (;;) {
    const { rows } = await source.query<{ key: object }>(`FETCH ${KEYS_AT_ONCE} FROM changed`);
    if (rows.length === 0) break;
    dropped += rows.length;
    await target.query(`DELETE FROM ${name} stored USING jsonb_populate_recordset(NULL::${name}, $1) changed WHERE ${isSame}`, [
      JSON.stringify(rows.map((row) => row.key)),
    ]);
  }
  await source.query('CLOSE changed');
  return dropped;
}

/** Rows go from socket to socket: memory stays flat however large the table is. */
async function copyRows(
  { source, target }: MoveEnds,
  { name, columns }: TenantTable,
  { join = '', signal, onRows }: { readonly join?: string; readonly signal?: AbortSignal; readonly onRows?: (rows: number) => void },
): Promise<void> {
  const stored = columns.map((column) => `stored.${column}`).join(', ');
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      onRows?.(newlinesIn(chunk)); // those inside of values are escaped: https://www.postgresql.org/docs/18/sql-copy.html#id-1.9.3.55.9.2
      done(null, chunk);
    },
  });
  await pipeline(
    source.query(copyTo(`COPY (SELECT ${stored} FROM ${name} stored${join}) TO STDOUT`)),
    counter,
    target.query(copyFrom(`COPY ${name} (${columns.join(', ')}) FROM STDIN`)),
    { signal },
  );
}

async function countOf(client: pg.Client, name: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${name}`);
  return Number(rows[0]!.count);
}

function newlinesIn(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
