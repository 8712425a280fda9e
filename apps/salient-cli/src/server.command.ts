import { Slug } from '@salient/contracts';
import { InvalidEnvironment, parsePostgresUrl, type PostgresAddress } from '@salient/platform';
import { isConnectionFailure } from '@salient/tenancy';
import { listServers, registerServer, setAcceptsTenants } from '@salient/tenancy/lifecycle';
import { Command } from 'commander';
import { fitting, wholeNumber } from './arguments.js';
import { asOperator } from './operator.js';
import { print, withJson } from './output.js';

interface JsonOption {
  readonly json?: boolean;
}

/** As many as PostgreSQL can be set to: https://www.postgresql.org/docs/18/runtime-config-connection.html#GUC-MAX-CONNECTIONS */
const CONNECTIONS_MAX = 262_143;

export function serverCommand(): Command {
  return new Command('server')
    .description('the PostgreSQL servers that accounts live on')
    .addCommand(addCommand())
    .addCommand(acceptCommand('close', 'place no new account on a server; those that live there stay', false))
    .addCommand(acceptCommand('open', 'place new accounts on a server again', true))
    .addCommand(listCommand());
}

/** The URL holds a password, so it comes from the environment and not from the command line. */
function addCommand(): Command {
  return withJson(new Command('add'))
    .description('register a server, or change how it is reached; new accounts go to the emptiest. Its URL is read from SERVER_ADMIN_URL')
    .argument('<name>', 'lower-case letters, digits and inner hyphens', fitting(Slug))
    .option('--reserved <connections>', 'connections that are kept for others', wholeNumber(0, CONNECTIONS_MAX), 10)
    .action(async (name: string, options: JsonOption & { readonly reserved: number }) => {
      const address = addressIn(process.env['SERVER_ADMIN_URL']);
      await asOperator(({ access }) => registerServer(access, { name, address, reservedConnections: options.reserved })).catch(
        (error: unknown) => {
          throw isConnectionFailure(error) ? unreachable(error as Error) : error;
        },
      );
      print({ name, host: address.host, port: address.port }, options, () => [`${name} is registered at ${address.host}:${address.port}.`]);
    });
}

function acceptCommand(command: string, description: string, accepts: boolean): Command {
  return withJson(new Command(command))
    .description(description)
    .argument('<name>')
    .action(async (name: string, options: JsonOption) => {
      await asOperator(({ control }) => setAcceptsTenants(control, name, accepts));
      print({ name, accepts_tenants: accepts }, options, () => [`${name} accepts ${accepts ? '' : 'no '}new accounts.`]);
    });
}

function listCommand(): Command {
  return withJson(new Command('list'))
    .description('list the servers and how many accounts each holds')
    .action(async (options: JsonOption) => {
      const servers = await asOperator(({ control }) => listServers(control));
      print({ servers }, options, () =>
        servers.map(
          ({ name, host, port, tenants, max_connections: max, reserved_connections: reserved, accepts_tenants: accepts }) =>
            `${name}  ${host}:${port}  ${tenants} accounts, ${max - reserved} of ${max} connections${accepts ? '' : ', accepts no new accounts'}`,
        ),
      );
    });
}

function addressIn(url: string | undefined): PostgresAddress {
  if (!url || !/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new InvalidEnvironment('Set SERVER_ADMIN_URL to postgresql://user:password@host:port of its administrator.');
  return { ...parsePostgresUrl(url), database: 'postgres' };
}

function unreachable(error: Error): InvalidEnvironment {
  return new InvalidEnvironment(`The database cannot be reached: ${error.message}. Look at SERVER_ADMIN_URL and POSTGRES_ADMIN_URL.`);
}
