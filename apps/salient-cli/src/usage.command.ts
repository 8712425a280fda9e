import { UsageLedger, type UsageSums } from '@salient/domain/conversations';
import { Command, Option } from 'commander';
import { wholeNumber } from './arguments.js';
import { asOperator } from './operator.js';
import { print, withJson } from './output.js';

interface UsageOptions {
  readonly account: string;
  readonly days: number;
  readonly by?: 'agent' | 'token' | 'model';
  readonly json?: boolean;
}

const DAY_MS = 86_400_000;
const DAYS_MAX = 366;

export function usageCommand(): Command {
  return withJson(new Command('usage'))
    .description('what an account has used: turns, tokens and money, and how much of it is estimated or unknown')
    .requiredOption('--account <slug>', 'the account')
    .option('--days <days>', 'how far back', wholeNumber(1, DAYS_MAX), 30)
    .addOption(new Option('--by <group>', 'a line for each').choices(['agent', 'token', 'model']))
    .action(usage);
}

async function usage(options: UsageOptions): Promise<void> {
  const end = new Date();
  const period = { start: new Date(end.getTime() - options.days * DAY_MS), end };
  const { total, lines } = await asOperator(async (operator) =>
    operator.inAccount(await operator.account(options.account), (db) =>
      new UsageLedger(db).read({ ...period, bucket: 'day', groupBy: options.by ?? null, agents: null, withPreviews: false }),
    ),
  );
  const report = { account: options.account, ...period, total: sumsOf(total), lines };
  print(report, options, () => [
    ...lines.map(
      (line) => `${line.bucket?.toISOString().slice(0, 10)}\t${options.by ? `${line.group_id ?? 'none'}\t` : ''}${textOf(line)}`,
    ),
    `in all\t${textOf(total)}`,
  ]);
}

function sumsOf({ turns, failed, input_tokens, output_tokens, cost_amount, cost_estimated, unknown_turns }: UsageSums) {
  return { turns, failed, input_tokens, output_tokens, cost_amount, cost_estimated, unknown_turns };
}

function textOf({ turns, failed, cost_amount, cost_estimated, unknown_turns }: UsageSums): string {
  return `${turns} turns (${failed} failed)\t${cost_amount} USD (${cost_estimated} estimated, ${unknown_turns} turns of unknown cost)`;
}
