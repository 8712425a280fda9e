import 'reflect-metadata';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { builtInSchemas, putList } from '@salient/domain/directory';
import { ImportWorker, imports, lists, spool } from '@salient/domain/directory/admin';
import { clientAddress } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import { testTenancy } from '@salient/tenancy/testing';
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Readable } from 'node:stream';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { copyText } from './copy.js';
import { processorTime, serverOf, type ProcessorTime } from './processor-time.js';

// What checking a file of a million rows costs, beside a plain COPY of the same rows into a table of the same columns.

const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const MIB = 1024 ** 2;

const tenancy = await testTenancy({ migrations: tenantMigrations, entities: [] }, 'acme');
const db = new TenantDb();

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const SPECIALTIES = ['Cardiology', 'Dermatology', 'Neurology', 'Pediatrics', 'Oncology'];

/** The cells of one row: a doctor of a directory. */
function cellsOf(row: number): string[] {
  const specialty = SPECIALTIES[row % SPECIALTIES.length]!;
  return [
    `key-${row}`,
    `Dr. Number ${row}`,
    specialty,
    'English;Spanish',
    'Harbor East',
    String(row % 2 === 0),
    `A doctor of ${specialty} with the number ${row}, who likes to sail.`,
  ];
}

function* csv(): Generator<Buffer> {
  let text = 'external_key,name,specialty,languages,locations,accepting_new_patients,bio\n';
  for (let row = 0; row < ROWS; row++) {
    text += `${cellsOf(row)
      .map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
      .join(',')}\n`;
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

function* tabSeparated(): Generator<string> {
  let text = '';
  for (let row = 0; row < ROWS; row++) {
    text += `${cellsOf(row).join('\t')}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}

/**
 * The most memory that the process holds while it works, over what it held before, in bytes: the kernel's own mark of the highest
 * (https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html), which no interval of sampling misses.
 */
async function watchingMemory<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  globalThis.gc?.();
  const base = process.memoryUsage().rss;
  writeFileSync('/proc/self/clear_refs', '5');
  const result = await work();
  const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))!;
  return [result, Number(kibibytes) * 1024 - base];
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
}

/** What work takes, by the clock and by the processors. */
interface Taken extends ProcessorTime {
  readonly clock: number;
}

async function taking(work: () => Promise<unknown>): Promise<Taken> {
  const before = processorTime(server);
  const clock = await seconds(work);
  const after = processorTime(server);
  return { clock, node: after.node - before.node, postgres: after.postgres - before.postgres };
}

/** The first process of the server, whose children do all work. */
async function serverProcess(): Promise<number> {
  const [backend] = await tenancy.run('acme', () => db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid'));
  return serverOf(backend!.pid);
}

async function plainCopy(): Promise<Taken> {
  const client = new pg.Client(clientAddress(tenancy.tenants['acme']!.address));
  await client.connect();
  await client.query(
    'CREATE TABLE plain (key text PRIMARY KEY, name text, specialty text, languages text, locations text, accepting text, bio text)',
  );
  const taken = await taking(() => copyText(client, 'COPY plain FROM STDIN', tabSeparated()));
  await client.query('DROP TABLE plain');
  await client.end();
  return taken;
}

/** Checks the file as an upload is checked; answers how long that took, and how much memory. */
async function importFile(): Promise<{ checked: Taken; applied: number; memory: number }> {
  return tenancy.run('acme', async () => {
    const id = await putList(db, {
      slug: `list-${uuidv7()}`,
      name: 'x',
      entryType: 'x',
      schemaVersion: 1,
      schema: builtInSchemas['medical_professional']!,
    });
    const list = await lists.find(db, id);
    let row!: Awaited<ReturnType<typeof imports.insert>>;
    const [checked, memory] = await watchingMemory(() =>
      taking(async () => {
        const file = (await spool(Readable.from(csv()))).take();
        const worker = new ImportWorker(db);
        const base = { id: uuidv7(), list_id: id, on_missing: 'keep', file_name: null, list_version: 1, created_by: 'system' } as const;
        row = await imports.insert(db, { ...base, bytes: file.bytes, sha256: file.sha256, workerId: worker.id });
        await worker.validate(row, list, file);
        await file.handle.close();
      }),
    );
    const ready = await imports.find(db, id, row.id);
    if (ready.counts.create !== ROWS) throw new Error(`The import is ${ready.status}: ${ready.error} ${JSON.stringify(ready.counts)}`);
    const applier = new ImportWorker(db);
    const taken = await imports.take(db, row.id, applier.id);
    const applied = process.env['BENCH_APPLY'] ? await seconds(() => applier.apply(taken, async () => undefined)) : 0;
    return { checked, applied, memory };
  });
}

const rate = (taken: number) => `${Math.round(ROWS / taken).toLocaleString('en')} rows/s`;
const each = (taken: number) => `${((taken / ROWS) * 1e6).toFixed(1)} µs`;
const processors = ({ node, postgres }: Taken) => `${each(node)} of Node and ${each(postgres)} of PostgreSQL a row`;

say(`Node ${process.version}, ${ROWS.toLocaleString('en')} rows\n`);
const server = await serverProcess();
// First, so that the base is that of a process which has done nothing yet: memory that the COPY left behind would hide the import's.
const { checked, applied, memory } = await importFile();
const copy = await plainCopy();
say(`Plain COPY                       ${rate(copy.clock)}; processors: ${processors(copy)}`);
say(`Import, until it can be applied  ${rate(checked.clock)}; processors: ${processors(checked)}`);
say(`Ratio to COPY                    ${(copy.clock / checked.clock).toFixed(2)} by the clock`);
say(`Memory over the base, at most    ${(memory / MIB).toFixed(0)} MiB`);
if (applied > 0) say(`Applying it                      ${rate(applied)}`);
await tenancy.close();
