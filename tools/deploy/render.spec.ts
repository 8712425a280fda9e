import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variablesReadBy } from './app-environment.ts';
import { isSecretName } from './policy.ts';
import { deployFolder, readYaml, workspace } from './manifests.ts';

interface RenderVariable {
  readonly key: string;
  readonly value?: string;
  readonly fromGroup?: string;
}

interface Blueprint {
  readonly services: readonly {
    readonly name: string;
    readonly buildCommand: string;
    readonly preDeployCommand?: string;
    readonly startCommand: string;
    readonly healthCheckPath: string;
    readonly maxShutdownDelaySeconds: number;
    readonly envVars: readonly RenderVariable[];
  }[];
  readonly envVarGroups: readonly { readonly name: string; readonly envVars: readonly RenderVariable[] }[];
}

/** What Node and Render read themselves. */
const PLATFORM = ['NODE_VERSION', 'NODE_ENV'];
const DATABASE = ['POSTGRES_HOST', 'POSTGRES_PORT', 'SALIENT_ENCRYPTION_KEYS'];
/** What `salient migrate` makes the services' logins with. */
const LOGINS = ['CHAT_API_DATABASE_PASSWORD', 'ADMIN_API_DATABASE_PASSWORD'];
/** The least that an app needs to start beside what has a default. */
const NEEDED = {
  'chat-api': [...DATABASE, 'POSTGRES_ADMIN_USER', 'POSTGRES_ADMIN_PASSWORD', 'SESSION_TOKEN_KEYS'],
  'admin-api': [...DATABASE, 'POSTGRES_ADMIN_URL', ...LOGINS, 'JWT_SECRET'],
  'admin-ui': ['ADMIN_API_URL', 'CHAT_API_URL'],
};

const [blueprint] = readYaml<Blueprint>(join(deployFolder, 'render/render.yaml'));
const { services, envVarGroups } = blueprint!;
const variablesOf = (envVars: readonly RenderVariable[]): readonly RenderVariable[] =>
  envVars.flatMap((variable) => {
    const group = envVarGroups.find(({ name }) => name === variable.fromGroup);
    return variable.fromGroup ? group!.envVars : [variable];
  });

describe.each(services.map((service) => [service.name, service] as const))('The Render service %s', (name, service) => {
  const variables = variablesOf(service.envVars);
  const keys = variables.map(({ key }) => key);

  it('sets only variables that the code reads, and all that it cannot start without', () => {
    const read = new Set([...variablesReadBy(name), ...(service.preDeployCommand?.endsWith('migrate') ? LOGINS : [])]);
    expect(keys.filter((key) => !read.has(key) && !PLATFORM.includes(key))).toEqual([]);
    expect(keys).toEqual(expect.arrayContaining(['PORT', ...NEEDED[name as keyof typeof NEEDED]]));
  });

  it('has no secret in git', () => {
    expect(variables.filter(({ key, value }) => isSecretName(key) && value !== undefined)).toEqual([]);
  });

  it('builds what it starts and migrates with, on the Node of the workspace', () => {
    const bundles = [service.preDeployCommand ?? '', service.startCommand].flatMap(
      (command) => /dist\/apps\/([\w-]+)\/main\.js/.exec(command)?.[1] ?? [],
    );
    expect(bundles).toEqual(service.preDeployCommand ? ['salient-cli', name] : [name]);
    for (const app of bundles) {
      expect(service.buildCommand.split(' ')).toContain(app);
      expect(existsSync(join(workspace, 'apps', app, 'project.json'))).toBe(true);
    }
    const { devDependencies } = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8')) as { devDependencies: { node: string } };
    expect(variables).toContainEqual({ key: 'NODE_VERSION', value: devDependencies.node });
  });

  it('lets running turns end before it is cut', () => {
    const graceMs = Number(variables.find(({ key }) => key === 'SHUTDOWN_GRACE_MS')?.value);
    expect(service.maxShutdownDelaySeconds * 1_000).toBeGreaterThan(graceMs);
    expect(service.healthCheckPath).toBe('/health');
  });
});

it('One service migrates, the other waits for it, and the interface has nothing to do with it', () => {
  expect(services.map(({ name, preDeployCommand }) => [name, preDeployCommand?.split('main.js ')[1]])).toEqual([
    ['chat-api', 'migrate --wait'],
    ['admin-api', 'migrate'],
    ['admin-ui', undefined],
  ]);
});

describe('The database of the Render services', () => {
  const service = (name: string) => services.find((one) => one.name === name)!;

  it('knows chat-api by a login of its own', () => {
    const { envVars } = service('chat-api');
    expect(envVars.map(({ key }) => key)).not.toContain('POSTGRES_ADMIN_URL');
    expect(envVars).toContainEqual({ key: 'POSTGRES_ADMIN_USER', value: 'salient_chat_api' });
  });

  it('is migrated by its owner, whose login admin-api does not serve with', () => {
    const command = service('admin-api').startCommand.replace(/node --enable-source-maps.*/, 'env');
    const { PATH } = process.env;
    const env = { PATH, POSTGRES_ADMIN_URL: 'owner', ADMIN_API_DATABASE_PASSWORD: 'a b"c', CHAT_API_DATABASE_PASSWORD: 'chat' };
    const { stdout } = spawnSync('sh', ['-c', command], { env, encoding: 'utf8' });
    expect(stdout.split('\n')).toEqual(expect.arrayContaining(['POSTGRES_ADMIN_USER=salient_admin_api', 'POSTGRES_ADMIN_PASSWORD=a b"c']));
    expect(stdout).not.toMatch(/owner|=chat/);
  });
});
