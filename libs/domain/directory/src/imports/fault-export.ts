import type { Sql } from '@salient/platform';
import { writeText } from './csv-cells.js';
import { csvLine } from './csv-writer.js';

interface FaultRow {
  readonly row_number: number;
  readonly place: number;
  readonly column_name: string;
  readonly code: string;
  readonly message: string;
  readonly suggestion: string;
}

const BATCH = 1_000;

/** The faults of an import as CSV, in pieces: row, column, code, message, suggestion. */
export async function* exportFaults(sql: Sql, importId: string): AsyncGenerator<string> {
  yield csvLine(['row', 'column', 'code', 'message', 'suggestion']);
  for (let [row, place] = [0, -1]; ;) {
    const faults: FaultRow[] = await sql.query<FaultRow>(
      `SELECT row_number, place, column_name, code, message, suggestion FROM directory_import_faults
       WHERE import_id = $1 AND (row_number, place) > ($2, $3) ORDER BY row_number, place LIMIT ${BATCH}`,
      [importId, row, place],
    );
    if (faults.length === 0) return;
    yield faults.map(lineOf).join('');
    ({ row_number: row, place } = faults.at(-1)!);
  }
}

function lineOf({ row_number, column_name, code, message, suggestion }: FaultRow): string {
  const texts = [column_name, code, message, suggestion].map((text) => (text === '' ? '' : writeText(text)));
  return csvLine([String(row_number), ...texts]);
}
