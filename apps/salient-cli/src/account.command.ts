import { Slug, Text } from '@salient/contracts';
import { AccountAdministration, exportTenant, listTenants, restoreTenant, rotateCredentials } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
import { fitting, graceOption } from './arguments.js';
import { describeRows } from './describe-rows.js';
import { interruption } from './interruption.js';
import { moveCommands } from './move.command.js';
import { asOperator } from './operator.js';
import { print, withJson } from './output.js';
import { restoreCommands } from './restore.command.js';

interface CreateOptions {
  readonly slug: string;
  readonly name: string;
  readonly json?: boolean;
}

interface JsonOption {
  readonly json?: boolean;
}

const Name = Text(1, 200);

export function accountCommand(): Command {
  const account = new Command('account').description('accounts and their databases');
  withJson(account.command('create'))
    .description('provision an account: a role and a database of its own')
    .requiredOption('--slug <slug>', 'its name in addresses', fitting(Slug))
    .requiredOption('--name <name>', 'its name for people', fitting(Name))
    .action(create);
  withJson(account.command('list')).description('all accounts and what they are doing').action(list);
  withJson(account.command('suspend <slug>'))
    .description('answer 503 tenant_suspended in its name until it is resumed; nothing is lost')
    .action((slug: string, options: JsonOption) => setStatus('suspend', slug, options));
  withJson(account.command('resume <slug>'))
    .description('take a suspension, or a deletion in its grace, back')
    .action((slug: string, options: JsonOption) => setStatus('resume', slug, options));
  withJson(account.command('rename <slug>'))
    .description('give an account another name, or another slug: every URL of it changes with that')
    .option('--slug <slug>', 'its new name in addresses', fitting(Slug))
    .option('--name <name>', 'its new name for people', fitting(Name))
    .action(rename);
  withJson(account.command('delete <slug>'))
    .description('take an account out of service, and drop its database when the grace is over; "resume" takes it back until then')
    .addOption(graceOption('--grace <time>', 'how long it can be had back: 0, or such as 30m, 12h, 7d', '7d'))
    .action(remove);
  withJson(account.command('rotate <slug>'))
    .description('give its database another login; requests go on, and the old login ends when no process uses it')
    .action(rotate);
  withJson(account.command('export <slug> <file>'))
    .description('write all that an account has to a file, as it is at one instant; it goes on serving')
    .action(exportAccount);
  withJson(account.command('restore <file>'))
    .description('make a new account with what a file holds; it gets new tokens')
    .requiredOption('--slug <slug>', 'its name in addresses', fitting(Slug))
    .requiredOption('--name <name>', 'its name for people', fitting(Name))
    .action(restore);
  for (const command of [...restoreCommands(), ...moveCommands()]) account.addCommand(command);
  return account;
}

async function list(options: JsonOption): Promise<void> {
  const found = await asOperator(({ control, keyring }) => listTenants(control, keyring));
  const rows = found.map(({ id, slug, name, status }) => ({ id, slug, name, status }));
  print({ accounts: rows }, options, () => rows.map(({ id, slug, name, status }) => `${slug}\t${status}\t${name}\t${id}`));
}

async function setStatus(to: 'suspend' | 'resume', slug: string, options: JsonOption): Promise<void> {
  const { id, status } = await asOperator(async (operator) => {
    const account = await operator.account(slug);
    return new AccountAdministration(operator.control)[to](account.id, { kind: 'system', id: `salient account ${to}` });
  });
  print({ id, slug, status }, options, () => [`${slug} is ${status}.`]);
}

async function rename(slug: string, { json, ...change }: JsonOption & { readonly slug?: string; readonly name?: string }): Promise<void> {
  const { id, ...after } = await asOperator(async (operator) => {
    const account = await operator.account(slug);
    return new AccountAdministration(operator.control).update(account.id, change, { kind: 'system', id: 'salient account rename' });
  });
  print({ id, slug: after.slug, name: after.name }, { json }, () => [`${slug} is ${after.slug} now: ${after.name}`]);
}

async function remove(slug: string, options: JsonOption & { readonly grace: number }): Promise<void> {
  const { id, delete_after: end } = await asOperator(async (operator) => {
    const account = await operator.account(slug);
    return new AccountAdministration(operator.control).delete(account.id, options.grace, { kind: 'system', id: 'salient account delete' });
  });
  const until = end!.toISOString();
  print({ id, slug, delete_after: until }, options, () => [`${slug} is out of service; admin-api drops its database after ${until}.`]);
}

async function exportAccount(slug: string, file: string, options: { readonly json?: boolean }): Promise<void> {
  const actor = { kind: 'system', id: 'salient account export' } as const;
  const { rows } = await asOperator(({ access }) => exportTenant(access, slug, file, actor, interruption()));
  print({ slug, file, rows }, options, () => [`${slug} is in ${file}: ${describeRows(rows)}`]);
}

async function restore(file: string, options: CreateOptions): Promise<void> {
  const { slug, name } = options;
  const actor = { kind: 'system', id: 'salient account restore' } as const;
  const { id, rows } = await asOperator(async (operator) => {
    const restored = await restoreTenant(operator.access, operator.provisioner, file, { slug, name }, actor);
    await operator.share();
    return restored;
  });
  print({ id, slug, rows }, options, () => [`${slug} is restored: ${describeRows(rows)}`]);
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
  const { slug, name } = options;
  const { id, status } = await asOperator(async (operator) => {
    const account = await operator.provisioner.provision({ slug, name });
    await operator.share();
    return account;
  });
  print({ id, slug, name, status }, options, () => [`Account ${slug} is ${status}: ${id}`]);
}
