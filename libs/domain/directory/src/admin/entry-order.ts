import type { EntrySort } from '@salient/contracts/directory';
import type { SearchConditions } from '../search-conditions.js';

/** An order of entries, and how a place in it is written in a cursor. Ids tell apart what is equal otherwise. */
export interface EntryOrder {
  /** For `ORDER BY`; a list of expressions over `directory_entries`. */
  readonly sql: string;
  /** An expression that writes the place of an entry as text. */
  readonly key: string;
  /** The form of such a text. */
  readonly keyForm: RegExp;
  /** The condition that an entry comes after a place. @param key fits {@link keyForm} */
  after(key: string, bind: SearchConditions['bind']): string;
}

/** Something that entries are ordered by. */
interface Term {
  readonly sql: string;
  /** Its value as text, and the form of that text; it holds a colon in the last term of an order only. */
  readonly written: string;
  readonly form: string;
  /** The value that was written, as SQL. @param place of the bound text */
  read(place: string): string;
}

/**
 * The name in plain letters as {@link searched} puts it first, so that nobody's order depends on the locale of a database; the
 * index `directory_entries_by_name` has this expression. More of it than the 200 characters would not fit in every index.
 */
const PLAIN_NAME = String.raw`left(split_part(search_text, E' \n', 1), 200) COLLATE "C"`;

const ID: Term = { sql: 'id', written: 'id', form: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', read: (place) => `${place}::uuid` };
const NAME: Term = { sql: PLAIN_NAME, written: PLAIN_NAME, form: '[^\\0]{0,400}', read: (place) => `${place}::text` };

/** A time in microseconds, which is how exact PostgreSQL's are. */
function time(column: string): Term {
  const read = (place: string) => `(timestamptz 'epoch' + ${place}::bigint * interval '1 microsecond')`;
  return { sql: column, written: `(extract(epoch FROM ${column}) * 1000000)::bigint`, form: '\\d{1,16}', read };
}

const SORTED: Readonly<Record<string, Term>> = { name: NAME, created_at: time('created_at'), updated_at: time('updated_at') };

/** @param rank how well an entry matches, if a question is asked and no order: then the best comes first, else the newest */
export function entryOrder(sort: EntrySort | undefined, rank: string | null): EntryOrder {
  if (sort !== undefined) return orderBy(sort, sort.startsWith('-'), [SORTED[sort.replace('-', '')]!]);
  return rank === null ? orderBy('newest', true, []) : orderBy('best', false, [worseness(rank), NAME]);
}

/** In millionths: a whole number is written exactly, and reads back as what it was. */
function worseness(rank: string): Term {
  const sql = `(-1000000 * ${rank})::integer`;
  return { sql, written: sql, form: '-?\\d{1,9}', read: (place) => `${place}::integer` };
}

function orderBy(name: string, descending: boolean, terms: readonly Term[]): EntryOrder {
  const [direction, beyond] = descending ? [' DESC', '<'] : ['', '>'];
  const ordered = [...terms, ID];
  const written = [ID, ...terms]; // a name may hold anything, so it is the last
  return {
    sql: ordered.map(({ sql }) => sql + direction).join(', '),
    key: `concat_ws(':', '${name}', ${written.map((term) => term.written).join(', ')})`,
    keyForm: new RegExp(`^${name}:${written.map(({ form }) => `(${form})`).join(':')}$`),
    after(key, bind) {
      const [id, ...values] = this.keyForm
        .exec(key)!
        .slice(1)
        .map((value, index) => written[index]!.read(bind(value)));
      return `(${ordered.map(({ sql }) => sql).join(', ')}) ${beyond} (${[...values, id].join(', ')})`;
    },
  };
}
