import { apiTokens, type TokenKind } from '@salient/auth/tokens';
import { InvalidRequest, writeAuditEvent } from '@salient/platform';
import type { TenantRecord } from '@salient/tenancy';
import { Command, Option } from 'commander';
import { asOperator, type Operator } from './operator.js';
import { print, withJson } from './output.js';

interface CreateOptions {
  readonly account: string;
  readonly kind: TokenKind;
  readonly name: string;
  readonly origin?: readonly string[];
  readonly json?: boolean;
}

export function tokenCommand(): Command {
  const token = new Command('token').description('API tokens of an account');
  withJson(token.command('create'))
    .description('make a token with all scopes of its kind; its text is printed here and never again')
    .requiredOption('--account <slug>', 'the account')
    .addOption(new Option('--kind <kind>', 'sk for servers, pk for pages').choices(['sk', 'pk']).makeOptionMandatory())
    .requiredOption('--name <name>', 'what it is for')
    .option('--origin <origin...>', 'origins of the pages that use it (pk)')
    .action(create);
  return token;
}

async function create(options: CreateOptions): Promise<void> {
  const { account, kind, name, origin: allowedOrigins } = options;
  if (kind === 'pk' && !allowedOrigins) throw new InvalidRequest('A publishable token needs at least one --origin.');
  const made = await asOperator(async (operator) => createToken(operator, await operator.account(account), { kind, name, allowedOrigins }));
  print({ account, ...made }, options, () => [made.token]);
}

export interface MadeToken {
  readonly id: string;
  readonly ref: string;
  readonly kind: TokenKind;
  readonly token: string;
}

/** Makes a token and says so in the audit, both or neither. */
export async function createToken(
  { control }: Operator,
  tenant: TenantRecord,
  token: { readonly kind: TokenKind; readonly name: string; readonly allowedOrigins?: readonly string[] },
): Promise<MadeToken> {
  return control.transaction(async (sql) => {
    const { row, token: text } = await apiTokens.create(sql, { tenantId: tenant.id, ...token });
    await writeAuditEvent(sql, {
      tenantId: tenant.id,
      actor: { kind: 'system', id: 'salient-cli' },
      action: 'token.created',
      target: { kind: 'token', id: row.id },
      details: { ref: row.ref, name: row.name, kind: row.kind },
    });
    return { id: row.id, ref: row.ref, kind: row.kind, token: text };
  });
}
