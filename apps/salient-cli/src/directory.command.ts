import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { importList, ListData, type ImportedList } from './list-data.js';
import { listCommand } from './list-file.command.js';
import { asOperator } from './operator.js';
import { print, withJson } from './output.js';
import { schemasCommand } from './schema.command.js';

interface ImportOptions {
  readonly account: string;
  readonly file: string;
  readonly json?: boolean;
}

const ListsFile = z.object({ lists: z.array(ListData) });

export function directoryCommand(): Command {
  const directory = new Command('directory').description("schemas, and an account's directories");
  withJson(directory.command('import'))
    .description('write the lists of a JSON file, as tools/demo/data has them; entries are known by their external_key')
    .requiredOption('--account <slug>', 'the account')
    .requiredOption('--file <file>', 'the file')
    .action(importLists);
  directory.addCommand(listCommand());
  directory.addCommand(schemasCommand());
  return directory;
}

async function importLists(options: ImportOptions): Promise<void> {
  const { lists } = ListsFile.parse(JSON.parse(readFileSync(options.file, 'utf8')));
  const imported = await asOperator(async (operator) =>
    operator.inAccount(await operator.account(options.account), async (db) => {
      const done: ImportedList[] = [];
      for (const list of lists) done.push(await importList(operator.control, db, list));
      return done;
    }),
  );
  print({ account: options.account, lists: imported }, options, () =>
    imported.map(({ list, written }) => `${list}: ${written} entries written`),
  );
}
