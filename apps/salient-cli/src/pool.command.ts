import { tenantMigrations } from '@salient/domain/tenant-schema';
import { DatabasePool } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
import { wholeNumber } from './arguments.js';
import { asOperator } from './operator.js';
import { print, withJson } from './output.js';

const SIZE_MAX = 1_000;

export function poolCommand(): Command {
  return new Command('pool')
    .description('databases made beforehand: an account that gets one is there at once. admin-api keeps TENANT_POOL_SIZE on each server')
    .addCommand(fillCommand())
    .addCommand(listCommand());
}

function fillCommand(): Command {
  return withJson(new Command('fill'))
    .description('make what is missing, and bring what waits to the newest schema')
    .option('--size <databases>', 'how many shall wait on each server', wholeNumber(0, SIZE_MAX), 2)
    .action(async (options: { readonly size: number; readonly json?: boolean }) => {
      const made = await asOperator(async (operator) => {
        const count = await new DatabasePool(operator.access, tenantMigrations).fill(options.size);
        await operator.share(); // admin-api gives them to accounts
        return count;
      });
      print({ made }, options, () => [`${made} databases were made.`]);
    });
}

function listCommand(): Command {
  return withJson(new Command('list'))
    .description('how many databases wait on each server')
    .action(async (options: { readonly json?: boolean }) => {
      const servers = await asOperator(({ access }) => new DatabasePool(access, tenantMigrations).servers());
      print({ servers }, options, () => servers.map(({ server, ready, making }) => `${server}  ${ready} ready, ${making} under way`));
    });
}
