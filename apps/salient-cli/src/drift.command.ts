import { findDrift } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
import { asOperator } from './operator.js';
import { print, withJson } from './output.js';

export function driftCommand(): Command {
  return withJson(new Command('drift'))
    .description('compare the schema of every account with what its last migration left; exit 1 when one differs')
    .action(async (options: { readonly json?: boolean }) => {
      const drifts = await asOperator(({ access }) => findDrift(access));
      print({ drifts }, options, () =>
        drifts.length === 0
          ? ['No schema was changed by hand.']
          : drifts.map(
              ({ slug, found }) => `${slug}: ${found === null ? 'cannot be reached' : 'differs from what its last migration left'}`,
            ),
      );
      if (drifts.length > 0) process.exitCode = 1;
    });
}
