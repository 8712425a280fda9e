import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AHEAD_OF_THE_CODE, resolvedEnvironment, secretKeysOf, variableFaults } from './environment.ts';
import { Cluster } from './cluster.ts';
import { connectionPlan } from './connections.ts';
import { buildOverlay, requireKubectl, type ComponentChanges } from './kubectl.ts';
import { variablesReadBy } from './app-environment.ts';
import { workspace } from './manifests.ts';
import { policyFaults } from './policy.ts';
import { referenceFaults } from './references.ts';
import { schemaFaults } from './strict-schema.ts';

/** Each container of ours, and the app that its image holds. */
const APPS: Readonly<Record<string, string>> = {
  'chat-api': 'chat-api',
  'admin-api': 'admin-api',
  'admin-ui': 'admin-ui',
  'wait-for-schema': 'salient-cli',
  migrate: 'salient-cli',
};

/** Where an app's configuration is read, if not in `src/config.ts`. */
const CONFIGURATION: Readonly<Record<string, string>> = { 'admin-ui': 'src/server/config.ts' };

const ADDRESSES: Readonly<Record<string, string>> = {
  SMTP_URL: 'smtps://user:example@mail.example.com',
  REDIS_URL: 'rediss://user:example@redis.example.com:6379',
};

/** What a pod's secrets look like to the code; the keys must be of the right size, URLs of the right form. */
const exampleSecret = (key: string) => {
  if (key.endsWith('_KEYS')) return `k1:${Buffer.alloc(32, key).toString('base64')}`;
  return ADDRESSES[key] ?? 'f3'.repeat(24);
};

const overlays: [title: string, overlay: string, changes: ComponentChanges][] = [
  ['local', 'local', {}],
  ['staging', 'staging', {}],
  ['production', 'production', {}],
  ['production with ingress in place of gateway', 'production', { with: ['ingress'], without: ['gateway'] }],
  ['production with pgbouncer', 'production', { with: ['pgbouncer'] }],
  ['production with tenant-affinity', 'production', { with: ['tenant-affinity'] }],
  ['production with ingress and tenant-affinity', 'production', { with: ['ingress', 'tenant-affinity'], without: ['gateway'] }],
  ['production with monitoring', 'production', { with: ['monitoring'] }],
  ['production with verify', 'production', { with: ['verify'] }],
  ['production with secrets by hand', 'production', { without: ['external-secrets', 'postgres-external-secrets'] }],
];

beforeAll(requireKubectl);

describe.each(overlays)('The overlay %s', (_title, overlay, changes) => {
  let cluster: Cluster;
  beforeAll(() => (cluster = new Cluster(buildOverlay(overlay, changes))));

  const ours = () =>
    cluster.workloads.flatMap((workload) =>
      workload.containers.flatMap((container) => {
        const app = APPS[container.name];
        return app ? [{ workload, container, app, title: `${workload.name}/${container.name}` }] : [];
      }),
    );
  /** What serves for as long as it is not told to stop. */
  const services = () =>
    ours()
      .filter(({ workload }) => workload.object.kind === 'Deployment')
      .filter(({ container }) => container.name !== 'wait-for-schema');
  const environmentOf = ({ workload, container }: ReturnType<typeof ours>[number]) =>
    resolvedEnvironment(cluster, workload, container, exampleSecret);

  it('has only objects that their API versions know', async () => {
    const faults = await Promise.all(
      cluster.objects.map(async (object) => (await schemaFaults(object)).map((fault) => `${object.kind}: ${fault}`)),
    );
    expect(faults.flat()).toEqual([]);
  });

  it('has no reference that leads nowhere', () => {
    expect(referenceFaults(cluster)).toEqual([]);
  });

  it("keeps the platform's rules for pods", () => {
    expect(policyFaults(cluster)).toEqual([]);
  });

  it('sets the variables that the code reads, all and only those', () => {
    const faults = ours().flatMap(({ container, app, title }) =>
      variableFaults(container, new Set([...variablesReadBy(app), ...(LOGINS_OF_SERVICES[container.name] ?? [])])).map(
        (fault) => `${title}: ${fault}`,
      ),
    );
    expect(faults).toEqual([]);
  });

  it('gives each service an environment that it starts with', async () => {
    for (const service of services()) {
      const { loadConfig } = (await import(join(workspace, 'apps', service.app, CONFIGURATION[service.app] ?? 'src/config.ts'))) as {
        loadConfig: (env: object) => object;
      };
      expect(() => loadConfig(environmentOf(service))).not.toThrow();
    }
  });

  it('says where each Secret comes from', () => {
    const byHand = readFileSync(join(workspace, 'docs/operations/deploy.md'), 'utf8');
    const given = (secret: string, key: string, namespace: string | undefined) => {
      const external = cluster.find('ExternalSecret', secret, namespace)?.spec as { data: { secretKey: string }[] } | undefined;
      return external ? external.data.some(({ secretKey }) => secretKey === key) : byHand.includes(secret) && byHand.includes(`${key}=`);
    };
    const missing = cluster.workloads.flatMap((workload) =>
      secretKeysOf(workload).filter(({ secret, key }) => !given(secret, key, workload.namespace)),
    );
    expect(missing).toEqual([]);
  });

  it('probes paths that the code serves, at the ports that it listens on', () => {
    const health = readFileSync(join(workspace, 'libs/platform/src/health/health.module.ts'), 'utf8');
    const served = [...health.matchAll(/@Get\((?:'(\w+)')?\)/g)].map(([, path]) => (path ? `/health/${path}` : '/health'));
    for (const service of services()) {
      const { PORT, METRICS_PORT } = environmentOf(service);
      const { ports, startupProbe, livenessProbe, readinessProbe } = service.container;
      expect(ports).toEqual([
        { name: 'http', containerPort: Number(PORT) },
        ...(METRICS_PORT ? [{ name: 'metrics', containerPort: Number(METRICS_PORT) }] : []),
      ]);
      expect(livenessProbe?.httpGet).toEqual({ path: '/health', port: 'http' });
      expect(readinessProbe?.httpGet).toEqual({ path: '/health/ready', port: 'http' });
      expect(served).toEqual(expect.arrayContaining([startupProbe, livenessProbe, readinessProbe].map((probe) => probe?.httpGet?.path)));
    }
  });

  it('gives a pod the time that its longest turn needs', () => {
    for (const service of services()) {
      const { SHUTDOWN_GRACE_MS } = environmentOf(service);
      const preStopMs = service.container.lifecycle!.preStop!.sleep!.seconds * 1_000;
      expect(preStopMs + Number(SHUTDOWN_GRACE_MS)).toBeLessThan(service.workload.template.spec.terminationGracePeriodSeconds! * 1_000);
    }
    const turnSeconds = Number(environmentOf(ours().find(({ app }) => app === 'chat-api')!)['TURN_TIMEOUT_MS']) / 1_000;
    for (const { spec } of cluster.all('HTTPRoute'))
      for (const { timeouts } of (spec as { rules: { timeouts?: { request: string } }[] }).rules)
        if (timeouts) expect(Number.parseInt(timeouts.request)).toBeGreaterThan(turnSeconds + 60);
  });

  it('names the migration Job after its version', () => {
    const migrate = ours().find(({ container }) => container.name === 'migrate')!;
    const tag = migrate.container.image.split(':')[1]!;
    expect(migrate.workload.name).toBe(`migrate-${tag.replaceAll('.', '-')}`);
    const waits = ours().filter(({ container }) => container.name === 'wait-for-schema');
    expect(waits.map(({ container }) => container.image)).toEqual([migrate.container.image, migrate.container.image]);
  });

  it('never opens more connections than PostgreSQL gives, at full size, in the middle of a rollout', () => {
    const { services, needed, available } = connectionPlan(cluster);
    expect(needed).toBeLessThanOrEqual(available);
    for (const { pods, podsMax, budget, budgetMax } of services) {
      expect(podsMax).toBe(pods);
      expect(budget).toBeLessThanOrEqual(budgetMax);
    }
  });
});

/** Read by "salient migrate" alone, which gives the services their roles. */
const LOGINS_OF_SERVICES: Readonly<Record<string, readonly string[]>> = {
  migrate: ['CHAT_API_DATABASE_PASSWORD', 'ADMIN_API_DATABASE_PASSWORD'],
};

describe('A version with a commit', () => {
  it('becomes a name that a pod may have', () => {
    requireKubectl();
    const cluster = new Cluster(buildOverlay('production', {}, { release: { migrate: '1.12.3-3f2a91c' } }));
    expect(cluster.all('Job').map(({ metadata }) => metadata.name)).toEqual(['migrate-1-12-3-3f2a91c']);
  });
});

it.each<[string, ComponentChanges]>([
  ['the gateways', {}],
  ['ingress', { with: ['ingress'], without: ['gateway'] }],
])("An environment's hosts are changed in one place, with %s: the links that admins are mailed follow", (_by, changes) => {
  requireKubectl();
  const hosts = { chat: 'chat.example.com', admin: 'desk.example.com', issuer: 'example-issuer' };
  const text = JSON.stringify(buildOverlay('production', changes, { hosts }));
  expect(text).not.toMatch(/(?:api|admin)\.salient\.ai"|letsencrypt|\.invalid/);
  expect(text).toContain('"PUBLIC_ADMIN_URL":"https://desk.example.com"');
});

describe('The variables that the manifests set ahead of the code', () => {
  it('are still unread; one that the code has learnt to read leaves the list', () => {
    const read = Object.values(APPS).flatMap((app) => [...variablesReadBy(app)]);
    expect(AHEAD_OF_THE_CODE.filter((name) => read.includes(name))).toEqual([]);
  });
});
