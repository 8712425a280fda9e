import { Slug } from '@salient/contracts';
import { parseInput } from '@salient/platform';
import { exportTenant, restoreTenant, rotateCredentials } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
import { moveCommands } from './move.command.js';
import { asOperator } from './operator.js';
import { print, withJson } from './output.js';

interface CreateOptions {
  readonly slug: string;
  readonly name: string;
  readonly json?: boolean;
}

export function accountCommand(): Command {
  const account = new Command('account').description('accounts and their databases');
  withJson(account.command('create'))
    .description('provision an account: a role and a database of its own')
    .requiredOption('--slug <slug>', 'its name in addresses')
    .requiredOption('--name <name>', 'its name for people')
    .action(create);
  withJson(account.command('rotate <slug>'))
    .description('give its database another login; requests go on, and the old login ends when no process uses it')
    .action(rotate);
  withJson(account.command('export <slug> <file>'))
    .description('write all that an account has to a file, as it is at one instant; it goes on serving')
    .action(exportAccount);
  withJson(account.command('restore <file>'))
    .description('make a new account with what a file holds; it gets new tokens')
    .requiredOption('--slug <slug>', 'its name in addresses')
    .requiredOption('--name <name>', 'its name for people')
    .action(restore);
  for (const command of moveCommands()) account.addCommand(command);
  return account;
}

async function exportAccount(slug: string, file: string, options: { readonly json?: boolean }): Promise<void> {
  const { rows } = await asOperator(({ access }) => exportTenant(access, slug, file));
  print({ slug, file, rows }, options, () => [`${slug} is in ${file}: ${describeRows(rows)}`]);
}

async function restore(file: string, options: CreateOptions): Promise<void> {
  const slug = parseInput(Slug, options.slug);
  const actor = { kind: 'system', id: 'salient account restore' } as const;
  const { id, rows } = await asOperator(async (operator) => {
    const restored = await restoreTenant(operator.access, operator.provisioner, file, { slug, name: options.name }, actor);
    await operator.share();
    return restored;
  });
  print({ id, slug, rows }, options, () => [`${slug} is restored: ${describeRows(rows)}`]);
}

function describeRows(rows: Readonly<Record<string, number>>): string {
  return Object.entries(rows)
    .map(([table, count]) => `${count} ${table}`)
    .join(', ');
}

async function rotate(slug: string, options: { readonly json?: boolean }): Promise<void> {
  await asOperator(async (operator) => {
    const { id } = await operator.account(slug);
    await rotateCredentials(operator.access, id, { kind: 'system', id: 'salient account rotate' });
    await operator.share();
  });
  print({ slug, rotated: true }, options, () => [`${slug} has another login; the old one is closed.`]);
}

async function create(options: CreateOptions): Promise<void> {
  const slug = parseInput(Slug, options.slug);
  const { id, name, status } = await asOperator(async (operator) => {
    const account = await operator.provisioner.provision({ slug, name: options.name });
    await operator.share();
    return account;
  });
  print({ id, slug, name, status }, options, () => [`Account ${slug} is ${status}: ${id}`]);
}
