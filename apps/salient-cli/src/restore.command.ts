import { tenantMigrations } from '@salient/domain/tenant-schema';
import { TenantRestorer } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
import { graceOption } from './arguments.js';
import { describeRows } from './describe-rows.js';
import { asOperator, type Operator } from './operator.js';
import { print, withJson } from './output.js';

interface KeepOptions {
  readonly keep: number;
  readonly json?: boolean;
}

const keepOption = () => graceOption('--keep <time>', 'how long what the account has now is kept: 0, or such as 30m, 12h, 7d', '7d');

/** `salient account restore-in-place`, `undo-restore` and `confirm-restore`. */
export function restoreCommands(): Command[] {
  return [
    withJson(new Command('restore-in-place'))
      .description('bring an account back to what a file holds, under its own name and with its tokens; what it has now is kept aside')
      .argument('<slug>')
      .argument('<file>')
      .addOption(keepOption())
      .action(restore),
    withJson(new Command('undo-restore'))
      .description('give an account back what it had before the newest restore in place; what it has now is kept aside')
      .argument('<slug>')
      .addOption(keepOption())
      .action(undo),
    withJson(new Command('confirm-restore'))
      .description('drop what is kept from before the newest restore in place')
      .argument('<slug>')
      .action(confirm),
  ];
}

const restorerOf = ({ access }: Operator) => new TenantRestorer(access, tenantMigrations);

async function restore(slug: string, file: string, options: KeepOptions): Promise<void> {
  const actor = { kind: 'system', id: 'salient account restore-in-place' } as const;
  const { rows, keepUntil } = await asOperator(async (operator) => {
    const { id } = await operator.account(slug);
    const restored = await restorerOf(operator).restore(id, file, options.keep, actor);
    await operator.share();
    return restored;
  });
  print({ slug, rows, keep_until: keepUntil.toISOString() }, options, () => [
    `${slug} is restored: ${describeRows(rows)}`,
    `What it had is kept until ${keepUntil.toISOString()}; "salient account undo-restore ${slug}" gives it back.`,
  ]);
}

async function undo(slug: string, options: KeepOptions): Promise<void> {
  const actor = { kind: 'system', id: 'salient account undo-restore' } as const;
  const keepUntil = await asOperator(async (operator) => {
    const { id } = await operator.account(slug);
    return restorerOf(operator).undo(id, options.keep, actor);
  });
  print({ slug, keep_until: keepUntil.toISOString() }, options, () => [
    `${slug} has what it had before; what was restored is kept until ${keepUntil.toISOString()}.`,
  ]);
}

async function confirm(slug: string, options: { readonly json?: boolean }): Promise<void> {
  const dropped = await asOperator(async (operator) => restorerOf(operator).confirm((await operator.account(slug)).id));
  print({ slug, confirmed: true, dropped }, options, () => [
    `What ${slug} had before the restore ${dropped ? 'is dropped' : 'is dropped by admin-api as soon as no answer needs it any more'}.`,
  ]);
}
