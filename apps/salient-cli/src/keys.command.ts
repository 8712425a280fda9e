import { resealSecondFactors } from '@salient/auth/admin';
import { resealConnections } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
import { asOperator } from './operator.js';
import { print, withJson } from './output.js';

export function keysCommand(): Command {
  const reseal = withJson(new Command('reseal'))
    .description(
      'write every stored connection string and second factor anew with the first of SALIENT_ENCRYPTION_KEYS, so that older keys can go',
    )
    .action(async (options: { readonly json?: boolean }) => {
      const [written, secondFactors] = await asOperator(async ({ access }) => [
        await resealConnections(access),
        await resealSecondFactors(access.control, access.keyring),
      ]);
      print({ written, second_factors: secondFactors }, options, () => [
        `${written} connection strings and ${secondFactors} second factors were written anew.`,
      ]);
    });
  return new Command('keys').description('the keys that stored secrets are encrypted with').addCommand(reseal);
}
