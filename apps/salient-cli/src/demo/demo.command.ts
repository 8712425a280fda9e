import { Command } from 'commander';
import { asOperator } from '../operator.js';
import { print, withJson } from '../output.js';
import { demoFiles, readDemoData } from './demo-data.js';
import { provisionDemo, type DemoAccount } from './provision-demo.js';

interface DemoOptions {
  readonly data: string;
  /** Refs; `true` for none. */
  readonly holding?: readonly string[] | true;
  readonly json?: boolean;
}

export function demoCommand(): Command {
  return withJson(new Command('demo'))
    .description('provision the demo accounts with agent, directories and tokens; what exists is left as it is')
    .requiredOption('--data <folder>', 'where the files of demo data are')
    .option('--holding [ref...]', 'refs of the tokens whose text you have: a demo token that is not among them is made anew')
    .action(run);
}

async function run(options: DemoOptions): Promise<void> {
  const held = options.holding === true ? [] : options.holding;
  const accounts = await asOperator(async (operator) => {
    const provisioned: DemoAccount[] = [];
    for (const file of demoFiles(options.data)) provisioned.push(await provisionDemo(operator, readDemoData(file), held));
    await operator.share();
    return provisioned;
  });
  print({ accounts }, options, () => accounts.flatMap(describe));
}

function describe({ slug, agents, tokens }: DemoAccount): string[] {
  return [`${slug}: ${agents.join(', ')}`, ...tokens.map(({ kind, ref, token }) => `  ${kind} ${token ?? `${ref} (made before)`}`)];
}
