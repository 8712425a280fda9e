import { Text, type InputFault } from '@salient/contracts';
import { z } from 'zod';
import type { NewEntry } from './directory-writer.js';
import { EntriesRefused } from './directory.errors.js';
import { dataValidator, type DataValidator, type SchemaDocument } from './schema-document.js';

export const FAULTS_MAX = 100;

/** What every entry is beside its `data`. */
const Envelope = z.object({
  external_key: Text(1, 200),
  name: Text(1, 500),
  tags: z.array(Text(1, 100)).max(100).optional(),
  contact: z.record(Text(1, 100), Text(0, 1_000)).optional(),
});

/**
 * Checks every entry by the schema, and that no external key comes twice.
 *
 * @throws EntriesRefused with a pointer to each fault (the first {@link FAULTS_MAX} of them), such as `/3/data/specialty`
 */
export function refuseFaulty(schema: SchemaDocument, entries: readonly NewEntry[]): void {
  const faults: InputFault[] = [];
  const check = dataValidator(schema);
  const places = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    const found = [...faultsOfEnvelope(entry), ...faultsOfData(check, entry.data), ...unstorable(entry.data, '/data')];
    const first = places.get(entry.external_key);
    if (first !== undefined) found.push({ pointer: '/external_key', code: 'duplicate_key', detail: `is the key of entry ${first} too` });
    places.set(entry.external_key, first ?? index);
    for (const fault of found)
      faults.push({ ...fault, pointer: `/${index}${fault.pointer}`, detail: `${entry.external_key}: ${fault.detail}` });
    if (faults.length >= FAULTS_MAX) break;
  }
  if (faults.length > 0) throw new EntriesRefused(faults.slice(0, FAULTS_MAX));
}

/** What the schema says against an entry's `data`, by pointers that begin with `/data`. */
export function faultsOfData(check: DataValidator, data: unknown): InputFault[] {
  return check(data).map(({ pointer, detail }) => ({ pointer: `/data${pointer}`, code: 'schema_mismatch', detail }));
}

function faultsOfEnvelope(entry: NewEntry): InputFault[] {
  const issues = Envelope.safeParse(entry).error?.issues ?? [];
  return issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, code: 'invalid_value', detail: message }));
}

/** Texts anywhere in `data` that PostgreSQL cannot store. */
function unstorable(value: unknown, pointer: string): InputFault[] {
  if (typeof value === 'string') {
    return value.isWellFormed() && !value.includes('\u0000')
      ? []
      : [{ pointer, code: 'invalid_value', detail: 'must not hold a NUL character or a lone surrogate' }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => [...unstorable(key, pointer), ...unstorable(held, `${pointer}/${key}`)]);
}
