import { tenantMoves, type TenantMover, type TenantMoveRow } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
import { setTimeout as wait } from 'node:timers/promises';
import { graceOption } from './arguments.js';
import { interruption } from './interruption.js';
import { asOperator, type Operator } from './operator.js';
import { print, withJson } from './output.js';
import { progressLine } from './progress.js';

interface MoveOptions {
  readonly to: string;
  readonly keep: number;
  readonly wait: boolean;
  readonly json?: boolean;
}

const POLL_MS = 250;
const OPERATOR = { kind: 'system', id: 'salient account move' } as const;
const STEPS: Readonly<Record<TenantMoveRow['step'], string>> = {
  preparing: 'preparing the new database',
  copying: 'copying',
  catching_up: 'catching up with what has changed',
  pausing: 'cutting over: requests wait',
  settling: 'serving from the new server; work from before the move ends',
  undoing: 'undoing',
  ended: 'ended',
};

/** `salient account move`, `moves` and `cancel-move`. */
export function moveCommands(): Command[] {
  return [
    withJson(new Command('move'))
      .description('move an account to another database server while it is served; also goes on with a move that was interrupted')
      .argument('<slug>')
      .requiredOption('--to <server>', 'the name of the server, as "salient server list" has it')
      .addOption(graceOption('--keep <time>', 'how long the former database is kept afterwards: 0, or such as 30m, 12h, 7d', '1h'))
      .option('--no-wait', 'only start it: admin-api does it')
      .action(move),
    withJson(new Command('moves')).description('list the newest moves, of one account or of all').argument('[slug]').action(list),
    withJson(new Command('cancel-move'))
      .description('give the move of an account up; the account stays where it is. Not after the cut-over')
      .argument('<slug>')
      .action(cancel),
  ];
}

async function move(slug: string, options: MoveOptions): Promise<void> {
  const ended = await asOperator(async (operator) => {
    const mover = operator.mover;
    const { id: tenantId } = await operator.account(slug);
    const running = await runningMove(operator, tenantId);
    const goesOn = running?.to_server === options.to;
    const { id } = goesOn ? running : await mover.start(tenantId, { server: options.to, keepSeconds: options.keep }, OPERATOR);
    if (!options.wait) return tenantMoves.find(operator.control, id);
    interruption().addEventListener('abort', () => void mover.stop());
    const found = await watch(operator, mover, id, options.json ?? false);
    if (found.step === 'ended') await mover.dropFormer();
    await operator.share();
    return tenantMoves.find(operator.control, id);
  });
  const report = describe(ended);
  print(report, options, () => [sentenceOf(ended)]);
  if (options.wait && ended.status !== 'completed') process.exitCode = 1;
}

/** Works on it, or watches another process do so, to the end; or until this one is told to stop. */
async function watch({ control }: Operator, mover: TenantMover, id: string, json: boolean): Promise<TenantMoveRow> {
  const line = progressLine(json);
  for (;;) {
    void mover.work().catch(() => undefined); // the reason is in the row, and it is tried again
    const found = await tenantMoves.find(control, id);
    line.show(describe(found), () => progressOf(found));
    if (found.step === 'ended' || mover.isStopping) {
      line.end();
      return found;
    }
    await wait(POLL_MS);
  }
}

async function list(slug: string | undefined, options: { readonly json?: boolean }): Promise<void> {
  const moves = await asOperator(async (operator) => {
    const account = slug === undefined ? null : (await operator.account(slug)).id;
    return tenantMoves.page(operator.control, 20, null, account);
  });
  print({ moves: moves.map(describe) }, options, () => (moves.length === 0 ? ['No account was moved.'] : moves.map(sentenceOf)));
}

async function cancel(slug: string, options: { readonly json?: boolean }): Promise<void> {
  const cancelled = await asOperator(async (operator) => {
    const running = await runningMove(operator, (await operator.account(slug)).id);
    if (!running) return null;
    const { mover } = operator;
    await mover.cancel(running.id, { kind: 'system', id: 'salient account cancel-move' });
    await mover.work().catch(() => undefined); // the reason is in the row, and admin-api tries it again
    return tenantMoves.find(operator.control, running.id);
  });
  print({ move: cancelled ? describe(cancelled) : null }, options, () => [
    cancelled ? `The move of ${slug} is given up. ${sentenceOf(cancelled)}` : `${slug} is not being moved.`,
  ]);
}

async function runningMove({ control }: Operator, tenantId: string): Promise<TenantMoveRow | undefined> {
  const [newest] = await tenantMoves.page(control, 1, null, tenantId);
  return newest?.status === 'running' ? newest : undefined;
}

/** What programs are told: nothing of where the databases are. */
function describe({
  id,
  account,
  status,
  step,
  from_server,
  to_server,
  rows_total,
  rows_copied,
  rows_caught_up,
  paused_ms,
  error,
}: TenantMoveRow) {
  return { id, account, status, step, from_server, to_server, rows_total, rows_copied, rows_caught_up, paused_ms, error };
}

function progressOf({ account, step, rows_total: total, rows_copied: copied, rows_caught_up: caughtUp }: TenantMoveRow): string {
  const rows = total === null ? '' : ` ${copied} of ${total} rows${caughtUp > 0 ? `, ${caughtUp} again` : ''}`;
  return `${account}: ${STEPS[step]}${rows}`;
}

function sentenceOf({ account, status, step, from_server: from, to_server: to, paused_ms: pausedMs, error }: TenantMoveRow): string {
  if (status === 'completed') return `${account} has moved from ${from} to ${to}; its requests waited for ${pausedMs} ms.`;
  if (status === 'running') return `${account} is on its way from ${from} to ${to}: ${STEPS[step]}${error ? ` (${error})` : ''}.`;
  return `${account} stays on ${from}: ${status === 'cancelled' ? 'the move was given up' : error}`;
}
