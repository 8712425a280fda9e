import { Slug } from '@salient/contracts';
import { createAgent } from '@salient/domain/agents';
import { parseInput } from '@salient/platform';
import { Command } from 'commander';
import { asOperator } from './operator.js';
import { print, withJson } from './output.js';

interface CreateOptions {
  readonly account: string;
  readonly slug: string;
  readonly name: string;
  readonly prompt: string;
  readonly model?: string;
  readonly list?: readonly string[];
  readonly draft?: boolean;
  readonly json?: boolean;
}

export function agentCommand(): Command {
  const agent = new Command('agent').description('agents of an account');
  withJson(agent.command('create'))
    .description('publish an agent; one that has the slug already is left as it is')
    .requiredOption('--account <slug>', 'the account')
    .requiredOption('--slug <slug>', 'its name in addresses')
    .requiredOption('--name <name>', 'its name for people')
    .requiredOption('--prompt <text>', 'its system prompt')
    .option('--model <model>', "the provider's name of the model; the platform's default when left out")
    .option('--list <slug...>', 'directory lists that it may search; all when left out')
    .option('--draft', 'do not publish it')
    .action(create);
  withJson(agent.command('list')).description('the agents of an account').requiredOption('--account <slug>', 'the account').action(list);
  return agent;
}

async function list(options: { readonly account: string; readonly json?: boolean }): Promise<void> {
  const agents = await asOperator(async (operator) =>
    operator.inAccount(await operator.account(options.account), (db) =>
      db.query<{ id: string; slug: string; name: string; status: string; version: number }>(
        'SELECT id, slug, name, status, version FROM agents ORDER BY slug',
      ),
    ),
  );
  print({ account: options.account, agents }, options, () =>
    agents.map(({ slug, status, version, name }) => `${slug}\t${status}\tversion ${version}\t${name}`),
  );
}

async function create(options: CreateOptions): Promise<void> {
  const { account, name, prompt, model, list, draft } = options;
  const slug = parseInput(Slug, options.slug);
  const agent = { slug, name, system_prompt: prompt, model, lists: list, draft };
  const id = await asOperator(async (operator) => operator.inAccount(await operator.account(account), (db) => createAgent(db, agent)));
  print({ id, account, slug }, options, () => [`Agent ${account}/${slug}: ${id}`]);
}
