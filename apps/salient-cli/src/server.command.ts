import { InvalidEnvironment, parsePostgresUrl } from '@salient/platform';
import { listServers, registerServer } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
import { asOperator } from './operator.js';
import { print, withJson } from './output.js';

export function serverCommand(): Command {
  return new Command('server')
    .description('the PostgreSQL servers that accounts live on')
    .addCommand(addCommand())
    .addCommand(listCommand());
}

/** The URL holds a password, so it comes from the environment and not from the command line. */
function addCommand(): Command {
  return withJson(new Command('add'))
    .description('register a server, or change how it is reached; new accounts go to the emptiest. Its URL is read from SERVER_ADMIN_URL')
    .argument('<name>')
    .option('--reserved <connections>', 'connections that are kept for others', '10')
    .action(async (name: string, options: { readonly reserved: string; readonly json?: boolean }) => {
      const url = process.env['SERVER_ADMIN_URL'];
      if (!url || !URL.canParse(url))
        throw new InvalidEnvironment('Set SERVER_ADMIN_URL to postgresql://user:password@host:port of its administrator.');
      const address = { ...parsePostgresUrl(url), database: 'postgres' };
      await asOperator(({ access }) => registerServer(access, { name, address, reservedConnections: Number(options.reserved) }));
      print({ name, host: address.host, port: address.port }, options, () => [`${name} is registered at ${address.host}:${address.port}.`]);
    });
}

function listCommand(): Command {
  return withJson(new Command('list'))
    .description('list the servers and how many accounts each holds')
    .action(async (options: { readonly json?: boolean }) => {
      const servers = await asOperator(({ control }) => listServers(control));
      print({ servers }, options, () =>
        servers.map(
          ({ name, host, port, tenants, max_connections: max, reserved_connections: reserved, accepts_tenants: accepts }) =>
            `${name}  ${host}:${port}  ${tenants} accounts, ${max - reserved} of ${max} connections${accepts ? '' : ', accepts no new accounts'}`,
        ),
      );
    });
}
