import { Slug } from '@salient/contracts';
import { parseInput } from '@salient/platform';
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
  return account;
}

async function create(options: CreateOptions): Promise<void> {
  const slug = parseInput(Slug, options.slug);
  const { id, name, status } = await asOperator((operator) => operator.provisioner.provision({ slug, name: options.name }));
  print({ id, slug, name, status }, options, () => [`Account ${slug} is ${status}: ${id}`]);
}
