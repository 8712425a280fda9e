import { tokenScopes, type Role, type TokenScope } from '@salient/contracts/admin';
import { operationsOf, type ApiOperation } from '@salient/platform/testing';
import { adminUsers } from '@salient/auth/admin';
import { apiTokens } from '@salient/auth/tokens';
import { routePermissions, type RoutePermission } from './testing/route-permissions.js';
import { PASSWORD, ROLES, startTestAdmin, type TestAdmin } from './testing/test-admin.js';

/** Whoever may call at all is told that this is no body for the route, before anything is done; where there is none, he reads. */
const LET_IN = '415 unsupported_media_type';
/** What somebody who may read is told besides: of what is asked for there is none, or it is no id. */
const READ = ['not_found', 'agent_not_found', 'session_not_found', 'invalid_request'];
const RANKS: readonly Role[] = ['viewer', 'editor', 'admin', 'owner'];

interface Caller {
  readonly name: string;
  readonly authorization?: string;
  readonly role?: Role;
  readonly isPlatformAdmin?: boolean;
  readonly scopes?: readonly TokenScope[];
}

/** What a caller is told, by the rules of the wire and not by the code. */
function expected({ least, scope }: RoutePermission, caller: Caller, account: 'own' | 'other' | null): string {
  if (least === 'everybody') return LET_IN;
  if (caller.authorization === undefined) return '401 token_missing';
  if (caller.scopes) {
    if (!scope) return '401 token_invalid';
    if (scope !== 'any' && !caller.scopes.includes(scope)) return '403 scope_missing';
    return account === 'other' ? '403 account_mismatch' : LET_IN;
  }
  if (least === 'signed in' || caller.isPlatformAdmin) return LET_IN;
  if (account !== null && (account === 'other' || !caller.role)) return '404 account_not_found';
  if (least === 'platform admin') return '403 forbidden';
  return RANKS.indexOf(caller.role!) >= RANKS.indexOf(least) ? LET_IN : '403 forbidden';
}

describe('the permission matrix', () => {
  let admin: TestAdmin;
  let operations: readonly ApiOperation[];
  let callers: readonly Caller[];

  beforeAll(async () => {
    admin = await startTestAdmin('acme', 'globex');
    const { body } = await admin.http().get('/openapi.json');
    operations = operationsOf(body)
      .filter(({ path }) => path.startsWith('/api/admin/'))
      .map((operation) => ({ ...operation, name: operation.name.replace('/api/admin', '') }));
    callers = await callersOf(admin);
  });
  afterAll(() => admin.close());

  it('has a row for every route, and none for a route that is gone', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(Object.keys(routePermissions).sort());
  });

  it('lets in on every route whoever may, in his own account, and tells everybody else why not', async () => {
    const surprises: string[] = [];
    for (const operation of operations) {
      const permission = routePermissions[operation.name]!;
      const accounts = operation.path.includes('{account}') ? (['own', 'other'] as const) : [null];
      for (const account of accounts) {
        const askAs = async (caller: Caller) => {
          const told = await answerTo(operation, caller, account === 'other' ? 'globex' : 'acme');
          const due = expected(permission, caller, account);
          if (told !== due) surprises.push(`${operation.name} as ${caller.name} (${account ?? 'no'} account): ${told} instead of ${due}`);
        };
        await Promise.all(callers.map(askAs));
      }
    }
    expect(surprises).toEqual([]);
  });

  /** Sends what no route takes, so that a caller who is let in changes nothing. */
  async function answerTo({ method, path, bodies }: ApiOperation, { authorization }: Caller, account: string): Promise<string> {
    const url =
      (await admin.app.getUrl()) + path.replace('{account}', account).replaceAll(/\{\w+\}/g, '01900000-0000-7000-8000-000000000000');
    const takesFiles = 'text/csv' in bodies || 'multipart/form-data' in bodies;
    const headers = { 'content-type': takesFiles ? 'application/json' : 'text/csv', ...(authorization ? { authorization } : {}) };
    const answer = await fetch(url, method === 'GET' ? { headers } : { method, headers, body: 'none' });
    const text = await answer.text();
    const { code = '' } = answer.ok ? {} : (JSON.parse(text) as { code?: string });
    const isRead = method === 'GET' && (answer.ok || READ.includes(code));
    return isRead ? LET_IN : `${answer.status} ${code}`;
  }
});

/** Somebody of each kind: no token, each role, no role, a platform admin, a server token of each scope, a page's token. */
async function callersOf({ tenancy: { control, tenants }, authorization, login }: TestAdmin): Promise<Caller[]> {
  await adminUsers.put(control, { email: 'stranger@example.com', password: PASSWORD, platformAdmin: false });
  const stranger = `Bearer ${(await login('stranger@example.com')).body.access_token}`;
  const tokenOf = async (
    name: string,
    fields: { kind: 'sk' | 'pk'; scopes: readonly TokenScope[]; allowedOrigins?: string[] },
  ): Promise<Caller> => {
    const { token } = await apiTokens.create(control, { tenantId: tenants['acme']!.id, name, ...fields });
    return { name, authorization: `Bearer ${token}`, scopes: fields.scopes };
  };
  return [
    { name: 'nobody' },
    ...ROLES.map((role) => ({ name: role, role, authorization: authorization(role) })),
    { name: 'a stranger', authorization: stranger },
    { name: 'a platform admin', authorization: authorization('root'), isPlatformAdmin: true },
    ...(await Promise.all(tokenScopes.map((scope) => tokenOf(`a server token for ${scope}`, { kind: 'sk', scopes: [scope] })))),
    await tokenOf('a publishable token', { kind: 'pk', scopes: ['chat:write', 'chat:read'], allowedOrigins: ['https://acme.test'] }),
  ];
}
