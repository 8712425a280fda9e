import type { Role, TokenScope } from '@salient/contracts/admin';

export interface RoutePermission {
  /** Who may call a route: everybody; whoever is signed in; platform admins; or members of the account from this role on. */
  readonly least: 'everybody' | 'signed in' | 'platform admin' | Role;
  /** The scope with which an API token of the account may call it too; `any`: whatever it has. */
  readonly scope?: TokenScope | 'any';
}

/**
 * Who may do what, said once more by hand and apart from the code: a route that is not here, or that lets in anybody else,
 * fails the permission matrix.
 */
export const routePermissions: Readonly<Record<string, RoutePermission>> = {
  ...below('/auth', {
    'POST /login': 'everybody',
    'POST /refresh': 'everybody',
    'POST /logout': 'everybody',
    'GET /invitations/{token}': 'everybody',
    'POST /invitations/{token}': 'everybody',
    'POST /password-reset': 'everybody',
    'POST /password-reset/{token}': 'everybody',
    'POST /logout-everywhere': 'signed in',
    'POST /password': 'signed in',
    'GET /me': 'signed in',
    'POST /totp': 'signed in',
    'POST /totp/confirm': 'signed in',
    'DELETE /totp': 'signed in',
    'GET /sessions': 'signed in',
    'DELETE /sessions/{session}': 'signed in',
  }),
  'DELETE /token': { least: 'signed in', scope: 'any' },
  ...below('', {
    'POST /accounts': 'platform admin',
    'GET /accounts': 'signed in',
    'GET /directory-schemas': 'signed in',
    'GET /directory-schemas/{entry_type}': 'signed in',
    'POST /directory-schemas': 'platform admin',
    'PATCH /directory-schemas/{entry_type}': 'platform admin',
    'GET /directory-schemas/{entry_type}/versions': 'signed in',
    'POST /directory-schemas/{entry_type}/versions': 'platform admin',
    'GET /directory-schemas/{entry_type}/versions/{version}': 'signed in',
    'GET /directory-schemas/{entry_type}/versions/{version}/document': 'signed in',
    'POST /directory-schemas/{entry_type}/compatibility': 'platform admin',
    'GET /tenants': 'platform admin',
    'GET /database-servers': 'platform admin',
    'GET /tenant-moves': 'platform admin',
    'GET /tenant-moves/{move}': 'platform admin',
    'GET /tenant-moves/{move}/events': 'platform admin',
    'POST /tenant-moves/{move}/cancel': 'platform admin',
    'POST /fleet-migrations': 'platform admin',
    'GET /fleet-migrations': 'platform admin',
    'GET /fleet-migrations/{migration}': 'platform admin',
    'GET /fleet-migrations/{migration}/events': 'platform admin',
    'POST /fleet-migrations/{migration}/pause': 'platform admin',
    'POST /fleet-migrations/{migration}/resume': 'platform admin',
  }),
  ...below('/accounts/{account}', {
    'GET ': 'viewer',
    'PATCH ': 'admin',
    'DELETE ': 'owner',
    'POST /suspend': 'platform admin',
    'POST /resume': 'platform admin',
    'POST /move': 'platform admin',

    'POST /agents': 'editor',
    'GET /agents': 'viewer',
    'GET /agents/{agent}': 'viewer',
    'PATCH /agents/{agent}': 'editor',
    'DELETE /agents/{agent}': 'editor',
    'GET /agents/{agent}/versions': 'viewer',
    'GET /agents/{agent}/versions/{version}': 'viewer',
    'GET /agents/{agent}/diff': 'viewer',
    'POST /agents/{agent}/publish': 'editor',
    'POST /agents/{agent}/unpublish': 'editor',
    'POST /agents/{agent}/rollback': 'editor',
    'DELETE /agents/{agent}/draft': 'editor',
    'POST /agents/{agent}/try': 'editor',

    'GET /sessions': 'viewer',
    'GET /sessions/export': 'viewer',
    'GET /sessions/{session}': 'viewer',
    'GET /sessions/{session}/messages': 'viewer',
    'DELETE /sessions/{session}': 'admin',
    'GET /unanswered': 'viewer',
    'POST /unanswered/{key}/resolve': 'editor',

    'POST /members': 'admin',
    'GET /members': 'viewer',
    'GET /members/{member}': 'viewer',
    'PATCH /members/{member}': 'admin',
    'DELETE /members/{member}': 'admin',

    'POST /tokens': 'admin',
    'GET /tokens': 'admin',
    'GET /tokens/{token}': 'admin',
    'PATCH /tokens/{token}': 'admin',
    'DELETE /tokens/{token}': 'admin',
    'POST /tokens/{token}/roll': 'admin',
    'GET /tokens/{token}/usage': 'admin',

    'GET /directory-schemas': 'viewer',
    'GET /directory-schemas/{entry_type}': 'viewer',
    'POST /directory-schemas/{entry_type}/compatibility': 'viewer',
    'GET /directory-schemas/{entry_type}/overlay': 'viewer',
    'DELETE /directory-schemas/{entry_type}/overlay': 'editor',
    'GET /directory-schemas/{entry_type}/overlay/versions': 'viewer',
    'POST /directory-schemas/{entry_type}/overlay/versions': 'editor',
    'GET /directory-schemas/{entry_type}/overlay/versions/{version}': 'viewer',
    'GET /directory-schemas/{entry_type}/overlay/versions/{version}/document': 'viewer',

    'GET /audit': 'admin',
    'GET /audit/export': 'admin',
  }),
  ...below('/accounts/{account}/usage', { 'GET ': 'viewer', 'GET /export': 'viewer' }, 'usage:read'),
  ...below(
    '/accounts/{account}/directory-lists',
    {
      'GET ': 'viewer',
      'GET /{list}': 'viewer',
      'GET /{list}/entries': 'viewer',
      'GET /{list}/entries.csv': 'viewer',
      'GET /{list}/schema': 'viewer',
      'GET /{list}/entries/{entry}': 'viewer',
      'GET /{list}/entries/{entry}/history': 'viewer',
      'GET /{list}/imports': 'viewer',
      'GET /{list}/imports/{import}': 'viewer',
      'GET /{list}/imports/{import}/errors.csv': 'viewer',
      'GET /{list}/imports/{import}/events': 'viewer',
    },
    'directory:read',
  ),
  ...below(
    '/accounts/{account}/directory-lists',
    {
      'POST ': 'editor',
      'PATCH /{list}': 'editor',
      'DELETE /{list}': 'editor',
      'POST /{list}/entries': 'editor',
      'POST /{list}/entries/bulk': 'editor',
      'PATCH /{list}/entries/{entry}': 'editor',
      'DELETE /{list}/entries/{entry}': 'editor',
      'POST /{list}/entries/{entry}/undo': 'editor',
      'POST /{list}/imports': 'editor',
      'POST /{list}/imports/{import}/apply': 'editor',
      'POST /{list}/imports/{import}/undo': 'editor',
      'POST /{list}/imports/{import}/cancel': 'editor',
    },
    'directory:write',
  ),
};

function below(prefix: string, routes: Record<string, RoutePermission['least']>, scope?: TokenScope): Record<string, RoutePermission> {
  return Object.fromEntries(Object.entries(routes).map(([route, least]) => [route.replace(' ', ` ${prefix}`), { least, scope }]));
}
