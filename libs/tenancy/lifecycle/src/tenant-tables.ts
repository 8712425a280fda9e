import type pg from 'pg';

/** A table with what an account has said or stored. Names are quoted, ready for SQL. */
export interface TenantTable {
  readonly name: string;
  /** Columns that hold something of their own: what is generated from others is generated again. */
  readonly columns: readonly string[];
  /** The columns of the primary key. */
  readonly key: readonly string[];
}

/** What says whose database it is, and what migrations it had, belongs to the database and not to its content. */
const NOT_CONTENT = ['tenant_identity', 'schema_migrations'];

/** The tables of a tenant's database, each after those that it refers to. */
export async function tenantTables(client: pg.Client): Promise<TenantTable[]> {
  const { rows } = await client.query<TenantTable & { refers_to: string[] }>(TABLES, [NOT_CONTENT]);
  const ordered: TenantTable[] = [];
  while (ordered.length < rows.length) {
    const done = new Set(ordered.map(({ name }) => name));
    const next = rows.find(({ name, refers_to: refersTo }) => !done.has(name) && refersTo.every((other) => done.has(other)));
    if (!next) throw new Error('The tables refer to one another in a circle.');
    ordered.push({ name: next.name, columns: next.columns, key: next.key });
  }
  return ordered;
}

const TABLES = `
  SELECT quote_ident(relname) AS name,
    array(SELECT quote_ident(attname) FROM pg_attribute
      WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
    array(SELECT quote_ident(attname) FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
      WHERE indrelid = pg_class.oid AND indisprimary ORDER BY array_position(indkey::int2[], attnum)) AS key,
    array(SELECT DISTINCT quote_ident(other.relname) FROM pg_constraint JOIN pg_class other ON other.oid = confrelid
      WHERE contype = 'f' AND conrelid = pg_class.oid AND confrelid <> conrelid) AS refers_to
  FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> ALL ($1) ORDER BY relname`;
