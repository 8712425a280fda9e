import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const RULE = '@nx/enforce-module-boundaries';

/** The linter of the workspace without the rules that need types: the files below exist only here. */
const eslint = new ESLint({
  cwd: workspace,
  ruleFilter: ({ ruleId }) => ruleId === RULE,
  overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { project: null } } },
});

async function faultsOf(file: string, library: string): Promise<string[]> {
  const [result] = await eslint.lintText(`export * from '${library}';\n`, { filePath: `${workspace}${file}` });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

describe('The arrow between the libraries', () => {
  it.each([
    ['platform knows no tenant', 'libs/platform/src/virtual.ts', '@salient/tenancy'],
    ['auth and tenancy never meet', 'libs/auth/tokens/src/virtual.ts', '@salient/tenancy'],
    ['tenancy knows no chat', 'libs/tenancy/runtime/src/virtual.ts', '@salient/domain/chat'],
    ['contracts lean on nothing of ours', 'libs/contracts/src/virtual.ts', '@salient/platform'],
    ['chat-api holds no provisioning', 'apps/chat-api/src/virtual.ts', '@salient/tenancy/lifecycle'],
    ['chat-api holds no admin identity', 'apps/chat-api/src/virtual.ts', '@salient/auth/admin'],
    ['admin-api holds no model provider', 'apps/admin-api/src/virtual.ts', '@salient/domain/models'],
    ['what both services share drags neither along', 'libs/domain/agents/src/virtual.ts', '@salient/domain/chat'],
  ])('refuses an import against it: %s', async (_promise, file, library) => {
    expect(await faultsOf(file, library)).toEqual([expect.stringContaining(RULE)]);
  });

  it.each([
    ['apps/chat-api/src/virtual.ts', '@salient/domain/chat'],
    ['apps/admin-api/src/virtual.ts', '@salient/tenancy/lifecycle'],
    ['libs/domain/chat/src/virtual.ts', '@salient/tenancy'],
    ['libs/auth/tokens/src/virtual.ts', '@salient/platform'],
    ['libs/tenancy/lifecycle/src/virtual.ts', '@salient/tenancy'],
  ])('lets %s import %s', async (file, library) => {
    expect(await faultsOf(file, library)).toEqual([]);
  });

  it('lets a spec provision the tenants that it tests with', async () => {
    expect(await faultsOf('libs/domain/chat/src/virtual.spec.ts', '@salient/tenancy/testing')).toEqual([]);
  });

  it('keeps even a spec from an import against the layers', async () => {
    expect(await faultsOf('libs/platform/src/virtual.spec.ts', '@salient/tenancy')).toEqual([expect.stringContaining(RULE)]);
  });

  it('refuses a way into a library that goes around its index', async () => {
    expect(await faultsOf('libs/domain/chat/src/virtual.ts', '../../../platform/src/crypto/keyring.js')).toEqual([
      expect.stringContaining(RULE),
    ]);
  });
});
