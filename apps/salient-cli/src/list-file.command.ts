import {
  exportEntries,
  exportFaults,
  imports,
  ImportWorker,
  lists,
  spool,
  writeImportEvent,
  type ImportRow,
} from '@salient/domain/directory/admin';
import type { Sql } from '@salient/platform';
import type { TenantDb } from '@salient/tenancy';
import { Command, Option } from 'commander';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { asOperator, OPERATOR } from './operator.js';
import { print, withJson } from './output.js';

/** The service shows all faults of an import; here its first thousand or so do. */
const FAULTS_CHARACTERS_MAX = 100_000;

interface ImportOptions {
  readonly account: string;
  readonly file: string;
  readonly onMissing: 'keep' | 'archive';
  readonly apply?: boolean;
  readonly json?: boolean;
}

interface ExportOptions {
  readonly account: string;
  readonly status: 'active' | 'archived' | 'all';
}

/** `salient directory list …`: a list as a CSV file. */
export function listCommand(): Command {
  const list = new Command('list').description('a directory list as a CSV file');
  list
    .command('export <list>')
    .description('print a list; importing it again changes nothing')
    .requiredOption('--account <slug>', 'the account')
    .addOption(new Option('--status <status>', 'which entries').choices(['active', 'archived', 'all']).default('active'))
    .action(exportList);
  withJson(list.command('import <list>'))
    .description('check a file against a list, and with --apply do what it says, in one transaction')
    .requiredOption('--account <slug>', 'the account')
    .requiredOption('--file <file>', 'the CSV file')
    .addOption(
      new Option('--on-missing <what>', 'what becomes of entries that the file does not name').choices(['keep', 'archive']).default('keep'),
    )
    .option('--apply', 'not only check')
    .action(importFile);
  return list;
}

async function exportList(slug: string, { account, status }: ExportOptions): Promise<void> {
  await asOperator(async (operator) =>
    operator.inAccount(await operator.account(account), async (db) => {
      for await (const piece of exportEntries(db, await lists.find(db, slug), status))
        if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    }),
  );
}

async function importFile(slug: string, options: ImportOptions): Promise<void> {
  const { account, file, onMissing, apply = false } = options;
  const done = await asOperator(async (operator) =>
    operator.inAccount(await operator.account(account), async (db) => {
      const checked = await check(db, slug, file, onMissing);
      const row = apply && checked.status === 'ready' ? await applied(db, checked) : checked;
      return { row, faults: await textOf(exportFaults(db, row.id)) };
    }),
  );
  const { id, status, counts, error } = done.row;
  print({ id, status, counts, error, faults: done.faults }, options, () => [
    `${status}: ${Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
    ...(error === null ? [] : [error]),
    done.faults.trimEnd(),
  ]);
  if (status === 'failed') process.exitCode = 1;
}

async function check(db: TenantDb, slug: string, file: string, onMissing: 'keep' | 'archive'): Promise<ImportRow> {
  const list = await lists.find(db, slug);
  await using spooled = await spool(createReadStream(file));
  const { bytes, sha256 } = spooled;
  const worker = new ImportWorker(db);
  const base = { id: uuidv7(), list_id: list.id, on_missing: onMissing, file_name: basename(file), list_version: list.version };
  const row = await db.transaction(async (sql) => {
    await writeImportEvent(sql, db.tenant.id, 'started', base.id, OPERATOR, { list: list.slug, bytes, on_missing: onMissing });
    return imports.insert(sql, { ...base, bytes, sha256, created_by: 'system', workerId: worker.id });
  });
  await worker.validate(row, list, spooled);
  return await imports.find(db, list.id, row.id);
}

async function applied(db: TenantDb, { id, list_id }: ImportRow): Promise<ImportRow> {
  const worker = new ImportWorker(db);
  const audit = (sql: Sql, counts: object) => writeImportEvent(sql, db.tenant.id, 'applied', id, OPERATOR, { counts });
  await worker.apply(await imports.take(db, id, worker.id), audit);
  return imports.find(db, list_id, id);
}

/** The beginning of a text that may be very long. */
async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length > FAULTS_CHARACTERS_MAX) break;
  }
  return text;
}
