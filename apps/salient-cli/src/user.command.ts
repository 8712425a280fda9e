import { adminUsers, members } from '@salient/auth/admin';
import type { Role } from '@salient/contracts/admin';
import { InvalidRequest, parseInput, writeAuditEvent } from '@salient/platform';
import { Command, Option } from 'commander';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { asOperator, type Operator } from './operator.js';
import { print, withJson } from './output.js';

interface CreateOptions {
  readonly email: string;
  readonly platformAdmin?: boolean;
  readonly resetPassword?: boolean;
  readonly json?: boolean;
}

const NewUser = z.object({ email: z.email().max(254), password: z.string().min(12, 'must have at least 12 characters').max(1_000) });

export function userCommand(): Command {
  const user = new Command('user').description('people who administer accounts or the platform');
  withJson(user.command('create'))
    .description('add a user; the password comes on standard input, where no process list shows it')
    .requiredOption('--email <email>', 'the name to log in with')
    .requiredOption('--password-stdin', 'read the password from standard input')
    .option('--platform-admin', 'may do everything')
    .option('--reset-password', 'give a user who exists already this password and role')
    .action(create);
  withJson(user.command('list')).description('everybody who administers something, and what').action(list);
  withJson(user.command('grant'))
    .description('give a user a role in an account, in place of the one that they have there')
    .requiredOption('--email <email>', 'who')
    .requiredOption('--account <slug>', 'where')
    .addOption(new Option('--role <role>', 'what they may do there').choices(['viewer', 'editor', 'admin', 'owner']).makeOptionMandatory())
    .action(grant);
  return user;
}

async function list(options: { readonly json?: boolean }): Promise<void> {
  const users = await asOperator(({ control }) => adminUsers.all(control));
  print({ users }, options, () =>
    users.map(({ email, platform_admin, memberships }) =>
      [email, platform_admin ? 'platform admin' : '', ...memberships.map(({ account, role }) => `${account}: ${role}`)]
        .filter(Boolean)
        .join('\t'),
    ),
  );
}

interface GrantOptions {
  readonly email: string;
  readonly account: string;
  readonly role: Role;
  readonly json?: boolean;
}

async function grant(options: GrantOptions): Promise<void> {
  const { email, account, role } = options;
  await asOperator(async (operator) => {
    const { id: tenantId } = await operator.account(account);
    await operator.control.transaction(async (sql) => {
      const user = await adminUsers.findByEmail(sql, email);
      if (!user) throw new InvalidRequest(`There is no user ${email}; "salient user create" makes one.`);
      await members.put(sql, tenantId, user.id, role);
      const actor = { kind: 'system', id: 'salient-cli' } as const;
      await writeAuditEvent(sql, {
        tenantId,
        actor,
        action: 'member.granted',
        target: { kind: 'member', id: user.id },
        details: { email, role },
      });
    });
  });
  print({ email, account, role }, options, () => [`${email} is ${role} of ${account}.`]);
}

async function create(options: CreateOptions): Promise<void> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  const user = { ...parseInput(NewUser, { email: options.email, password }), platformAdmin: options.platformAdmin ?? false };
  const id = await asOperator((operator) => putUser(operator, user, options.resetPassword ?? false));
  print({ id, email: user.email, platform_admin: user.platformAdmin }, options, () => [`User ${user.email}: ${id}`]);
}

async function putUser({ control }: Operator, user: Parameters<typeof adminUsers.put>[1], mayExist: boolean): Promise<string> {
  return control.transaction(async (sql) => {
    const known = await adminUsers.findByEmail(sql, user.email);
    if (known && !mayExist) throw new InvalidRequest(`There is a user ${user.email} already; --reset-password gives them a new password.`);
    const id = await adminUsers.put(sql, user);
    await writeAuditEvent(sql, {
      tenantId: null,
      actor: { kind: 'system', id: 'salient-cli' },
      action: known ? 'user.password_reset' : 'user.created',
      target: { kind: 'user', id },
      details: { email: user.email, platform_admin: user.platformAdmin },
    });
    return id;
  });
}
