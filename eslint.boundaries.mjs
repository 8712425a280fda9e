/** Which layer may import which: the arrow of docs/architecture.md as data that the linter reads. */
const layers = {
  app: ['domain', 'auth', 'tenancy', 'platform', 'visitor', 'contracts'],
  ui: ['visitor', 'contracts'],
  domain: ['domain', 'tenancy', 'platform', 'contracts'],
  auth: ['auth', 'platform', 'contracts'],
  tenancy: ['tenancy', 'platform', 'contracts'],
  platform: ['contracts'],
  visitor: ['contracts'],
  contracts: [],
  tool: ['domain', 'auth', 'tenancy', 'platform', 'contracts'],
};

/** Which service's code may meet which: nothing of the admin side in the chat image, and the other way round. */
const scopes = {
  chat: ['chat', 'shared'],
  admin: ['admin', 'shared'],
  shared: ['shared'],
  tool: ['chat', 'admin', 'shared'],
};

export const layerConstraints = constraints('layer', layers);
export const scopeConstraints = constraints('scope', scopes);

/**
 * Specs provision real tenants, so a project and the provisioner depend on each other in the graph, though not in any image.
 * Code cannot close these circles: the projects are admin's, and the scopes keep everything else from importing them.
 */
export const circlesOfSpecs = [
  ['*', 'tenancy-lifecycle'],
  ['*', 'domain-tenant-schema'],
];

/** What specs of any project may use besides: the browser of the tests, and the services as specs start them. */
export const toolsOfSpecs = [
  '@salient/tools/accessibility',
  '@salient/tools/chromium',
  '@salient/admin-api/testing',
  '@salient/chat-api/testing',
];

function constraints(kind, table) {
  return Object.entries(table).map(([from, to]) => ({
    sourceTag: `${kind}:${from}`,
    onlyDependOnLibsWithTags: to.map((tag) => `${kind}:${tag}`),
  }));
}
