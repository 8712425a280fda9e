import { apiTokens, tokenStatus, type ApiToken, type TokenKind } from '@salient/auth/tokens';
import { InvalidRequest, writeAuditEvent, type Sql } from '@salient/platform';
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
  withJson(token.command('list'))
    .description('the tokens of an account, the newest first, without their secrets')
    .requiredOption('--account <slug>', 'the account')
    .action(list);
  withJson(token.command('revoke <ref>'))
    .description('end a token for good, within a second on every process; also again')
    .requiredOption('--account <slug>', 'the account')
    .action(revoke);
  return token;
}

interface AccountOption {
  readonly account: string;
  readonly json?: boolean;
}

const TOKENS_SHOWN = 1_000;

async function list(options: AccountOption): Promise<void> {
  const rows = await asOperator(async (operator) => {
    const { id } = await operator.account(options.account);
    return apiTokens.page(operator.control, id, TOKENS_SHOWN, null);
  });
  const tokens = rows.map((row) => ({
    id: row.id,
    ref: row.ref,
    name: row.name,
    kind: row.kind,
    status: tokenStatus(row),
    expires_at: row.expires_at,
    last_used_at: row.last_used_at,
  }));
  print({ account: options.account, tokens }, options, () =>
    tokens.map(({ ref, kind, status, name, expires_at: end }) => `${ref}\t${kind}\t${status}\t${end?.toISOString() ?? 'no end'}\t${name}`),
  );
}

async function revoke(ref: string, options: AccountOption): Promise<void> {
  await asOperator(async (operator) => {
    const tenant = await operator.account(options.account);
    await operator.control.transaction(async (sql) => {
      const row = await apiTokens.findByRef(sql, ref);
      if (row?.tenant_id !== tenant.id) throw new InvalidRequest(`${options.account} has no token ${ref}.`);
      if (await apiTokens.revoke(sql, tenant.id, row.id)) await auditToken(sql, 'token.revoked', row);
    });
  });
  print({ account: options.account, ref, status: 'revoked' }, options, () => [`${ref} is revoked.`]);
}

function auditToken(sql: Sql, action: string, { id, tenant_id: tenantId, ref, name, kind }: ApiToken): Promise<void> {
  const actor = { kind: 'system', id: 'salient-cli' } as const;
  return writeAuditEvent(sql, { tenantId, actor, action, target: { kind: 'token', id }, details: { ref, name, kind } });
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
    await auditToken(sql, 'token.created', row);
    return { id: row.id, ref: row.ref, kind: row.kind, token: text };
  });
}
