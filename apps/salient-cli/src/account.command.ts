import { Slug } from '@salient/contracts';
import { parseInput } from '@salient/platform';
import { rotateCredentials } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
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
  return account;
}

async function rotate(slug: string, options: { readonly json?: boolean }): Promise<void> {
  await asOperator(async (operator) => {
    const { id } = await operator.account(slug);
    await rotateCredentials(operator.access, id, { kind: 'system', id: 'salient account rotate' });
  });
  print({ slug, rotated: true }, options, () => [`${slug} has another login; the old one is closed.`]);
}

async function create(options: CreateOptions): Promise<void> {
  const slug = parseInput(Slug, options.slug);
  const { id, name, status } = await asOperator((operator) => operator.provisioner.provision({ slug, name: options.name }));
  print({ id, slug, name, status }, options, () => [`Account ${slug} is ${status}: ${id}`]);
}
