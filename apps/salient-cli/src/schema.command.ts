import { findVersion, SchemaCatalog } from '@salient/domain/directory';
import {
  AccountSchemas,
  readDocument,
  readOverlay,
  schemaAdministration,
  usableSchema,
  writeDocument,
  type SchemaFormat,
} from '@salient/domain/directory/admin';
import { Command, Option } from 'commander';
import { EntryType } from '@salient/contracts/directory';
import { parseInput } from '@salient/platform';
import { readFileSync } from 'node:fs';
import { asOperator, OPERATOR } from './operator.js';
import { print, withJson } from './output.js';

interface ExportOptions {
  readonly schemaVersion?: string;
  readonly account?: string;
  readonly format: SchemaFormat;
}

interface ImportOptions {
  readonly file: string;
  readonly account?: string;
  readonly json?: boolean;
}

/** `salient directory schemas …`: the platform's schemas, and what accounts lay over them. */
export function schemasCommand(): Command {
  const schemas = new Command('schemas').description('directory schemas, of the platform or as an account’s overlays');
  withJson(schemas.command('list')).description('every schema with its newest version').action(listSchemas);
  schemas
    .command('export <entry-type>')
    .description('print a schema, or an account’s overlay over it: the same bytes each time')
    .option('--schema-version <number>', 'which version; the newest when left out')
    .option('--account <slug>', 'the overlay of this account')
    .addOption(new Option('--format <format>', 'yaml or json').choices(['yaml', 'json']).default('yaml'))
    .action(exportSchema);
  withJson(schemas.command('import <entry-type>'))
    .description('add a schema, a version of one, or an account’s overlay; what is there already adds nothing')
    .requiredOption('--file <file>', 'YAML or JSON, as export prints it')
    .option('--account <slug>', 'lay it over the schema for this account')
    .action(importSchema);
  return schemas;
}

async function listSchemas(options: { readonly json?: boolean }): Promise<void> {
  const page = await asOperator(({ control }) => new SchemaCatalog(control).page({ limit: 1_000 }));
  const schemas = page.data.map(({ entry_type, title, latest_version, deprecated_at }) => ({
    entry_type,
    title,
    latest_version,
    deprecated_at,
  }));
  print({ schemas }, options, () => schemas.map(({ entry_type, title, latest_version }) => `${entry_type} ${latest_version}  ${title}`));
}

async function exportSchema(entryType: string, { schemaVersion, account, format }: ExportOptions): Promise<void> {
  const version = schemaVersion === undefined ? undefined : Number(schemaVersion);
  const document = await asOperator(async (operator) => {
    if (account === undefined) return (await findVersion(operator.control, entryType, version)).schema;
    const catalog = new SchemaCatalog(operator.control);
    return operator.inAccount(await operator.account(account), async (db) => {
      const row = await new AccountSchemas(catalog, db).overlayVersion(entryType, version);
      return row.overlay;
    });
  });
  process.stdout.write(writeDocument(document, format));
}

async function importSchema(entryType: string, { file, account, json }: ImportOptions): Promise<void> {
  parseInput(EntryType, entryType);
  const document = readDocument(readFileSync(file, 'utf8'));
  const version = await asOperator(async (operator) => {
    const { control } = operator;
    if (account !== undefined)
      return operator.inAccount(await operator.account(account), async (db) => {
        const schemas = new AccountSchemas(new SchemaCatalog(control), db);
        return (await schemas.overlay(entryType, readOverlay(document), undefined, '', OPERATOR)).version;
      });
    const schema = usableSchema(document);
    return control.transaction(async (sql) => {
      const known = await sql.query('SELECT 1 FROM directory_schemas WHERE entry_type = $1', [entryType]);
      const added =
        known.length === 0
          ? await schemaAdministration.create(sql, entryType, schema, OPERATOR)
          : await schemaAdministration.addVersion(sql, entryType, schema, undefined, OPERATOR);
      return added.row.version;
    });
  });
  print({ entry_type: entryType, account: account ?? null, version }, { json }, () => [`${entryType}: version ${version} is the newest`]);
}
