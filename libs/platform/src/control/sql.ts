import type { DataSource, EntityManager, ObjectLiteral } from 'typeorm';

export type SqlParameters = readonly unknown[];

/** Runs one SQL statement with `$1` parameters and answers its rows. */
export interface Sql {
  query<Row extends ObjectLiteral = ObjectLiteral>(statement: string, parameters?: SqlParameters): Promise<Row[]>;
}

/** Statements on a connection taken for each of them (DataSource), or on the transaction's own (EntityManager). */
export function sqlOf(runner: DataSource | EntityManager): Sql {
  return {
    async query<Row extends ObjectLiteral>(statement: string, parameters: SqlParameters = []): Promise<Row[]> {
      return rowsOf<Row>(await runner.query(statement, [...parameters]));
    },
  };
}

/** TypeORM answers UPDATE and DELETE with `[rows, count]` and everything else with the rows. */
function rowsOf<Row>(result: unknown): Row[] {
  if (!Array.isArray(result)) return [];
  if (result.length === 2 && Array.isArray(result[0])) return result[0] as Row[];
  return result as Row[];
}
