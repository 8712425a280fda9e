import { resealConnections } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
import { asOperator } from './operator.js';
import { print, withJson } from './output.js';

export function keysCommand(): Command {
  const reseal = withJson(new Command('reseal'))
    .description('write every stored connection string anew with the first of SALIENT_ENCRYPTION_KEYS, so that older keys can go')
    .action(async (options: { readonly json?: boolean }) => {
      const written = await asOperator(({ access }) => resealConnections(access));
      print({ written }, options, () => [`${written} connection strings were written anew.`]);
    });
  return new Command('keys').description('the keys that connection strings are encrypted with').addCommand(reseal);
}
