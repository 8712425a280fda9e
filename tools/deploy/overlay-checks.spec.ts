import { variablesReadBy } from './app-environment.ts';
import { Cluster } from './cluster.ts';
import { connectionPlan } from './connections.ts';
import { resolvedEnvironment, variableFaults } from './environment.ts';
import type { Container, KubernetesObject } from './kubernetes-object.ts';
import { policyFaults } from './policy.ts';
import { referenceFaults } from './references.ts';

const restricted = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } };
const resources = { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } };

const aContainer = (changes: object = {}) => ({ name: 'app', image: 'app:1.0.0', resources, securityContext: restricted, ...changes });

const aPod = (container: object, spec: object = {}) => ({
  metadata: { labels: { app: 'app' } },
  spec: {
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [container],
    ...spec,
  },
});

const object = (kind: string, name: string, rest: object = {}) =>
  ({ apiVersion: 'any/v1', kind, metadata: { name }, ...rest }) as unknown as KubernetesObject;

const aJob = (container: object = aContainer(), spec: object = {}) => object('Job', 'app', { spec: { template: aPod(container, spec) } });

const aService = (
  name: string,
  { replicas, surge, environment }: { replicas: number; surge: number; environment: Record<string, string> },
) =>
  object('Deployment', name, {
    spec: {
      replicas,
      minReadySeconds: 30,
      strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: surge } },
      template: aPod(aContainer({ name, env: Object.entries(environment).map(([key, value]) => ({ name: key, value })) }), {
        terminationGracePeriodSeconds: 100,
      }),
    },
  });

describe("The platform's rules for pods", () => {
  const faultsOf = (...objects: KubernetesObject[]) => policyFaults(new Cluster(objects));

  it('let a restricted pod pass', () => {
    expect(faultsOf(aJob())).toEqual([]);
  });

  it.each([
    ['an image without a version', { image: 'registry:5000/app' }, 'runs an image of no certain version'],
    ['the version latest', { image: 'app:latest' }, 'runs an image of no certain version'],
    ["a base's placeholder for a version", { image: 'app:0.0.0' }, 'version nobody set'],
    [
      'a container that may write to its image',
      { securityContext: { ...restricted, readOnlyRootFilesystem: false } },
      'may write to its image',
    ],
    ['a capability', { securityContext: { ...restricted, capabilities: { drop: ['ALL'], add: ['NET_ADMIN'] } } }, 'keeps capabilities'],
    ['a container without limits', { resources: { requests: resources.requests } }, 'has no memory among its limits'],
    ['a port of the node', { ports: [{ name: 'http', containerPort: 80, hostPort: 80 }] }, "takes a port of the node's"],
  ])('refuse %s', (_what, changes, fault) => {
    expect(faultsOf(aJob(aContainer(changes)))).toContainEqual(expect.stringContaining(fault));
  });

  it.each([
    ['a pod that may run as root', { securityContext: {} }, 'may run as root'],
    ["a pod in the node's network", { hostNetwork: true }, "shares the node's namespaces"],
    ['a pod with a token of the Kubernetes API', { automountServiceAccountToken: true }, 'mounts a token'],
    ["a folder of the node's", { volumes: [{ name: 'root', hostPath: { path: '/' } }] }, 'has a volume that is not allowed: root'],
  ])('refuse %s', (_what, spec, fault) => {
    expect(faultsOf(aJob(aContainer(), spec))).toContainEqual(expect.stringContaining(fault));
  });

  it('refuse a Deployment that cannot be drained', () => {
    const deployment = aService('app', { replicas: 1, surge: 1, environment: {} });
    const budget = object('PodDisruptionBudget', 'app', { spec: { minAvailable: 1, selector: { matchLabels: { app: 'app' } } } });
    expect(faultsOf(deployment, budget)).toEqual(['Deployment app: cannot be drained']);
  });

  it('refuse a secret that stands in git', () => {
    expect(faultsOf(object('Secret', 'a'), object('ConfigMap', 'b', { data: { JWT_SECRET: 'x' } }))).toEqual([
      'Secret a stands in git',
      'ConfigMap b has a value for JWT_SECRET',
    ]);
  });
});

describe('The check of references', () => {
  it('finds what leads nowhere', () => {
    const faults = referenceFaults(
      new Cluster([
        aJob(aContainer({ livenessProbe: { httpGet: { path: '/', port: 'web' } } }), {
          serviceAccountName: 'nobody',
          volumes: [{ configMap: { name: 'lost' } }, { configMap: { name: 'may-be-away', optional: true } }],
        }),
        object('Service', 'other', { spec: { selector: { app: 'other' }, ports: [] } }),
        object('Service', 'web', { spec: { selector: { app: 'app' }, ports: [{ targetPort: 'http' }] } }),
      ]),
    );
    expect(faults).toEqual([
      'Service other: selects the pods of 0 workloads',
      'Service web: its pods have no port http',
      'Job app: no service account nobody',
      'Job app: no ConfigMap lost',
      'Job app: app is probed at a port web that it does not have',
    ]);
  });
});

describe('The check of variables', () => {
  const container = (...env: object[]) => aContainer({ env }) as unknown as Container;

  it('knows what an app reads, the fields that it shares with others included', () => {
    const [chat, admin] = [variablesReadBy('chat-api'), variablesReadBy('admin-api')];
    expect([...chat]).toEqual(expect.arrayContaining(['PORT', 'LOG_LEVEL', 'POSTGRES_ADMIN_URL', 'TURN_TIMEOUT_MS']));
    expect([chat.has('JWT_SECRET'), admin.has('JWT_SECRET')]).toEqual([false, true]);
  });

  it('finds a variable that no code reads, one that is missing, and a secret in plain sight', () => {
    expect(
      variableFaults(container({ name: 'PROT', value: '80' }, { name: 'JWT_SECRET', value: 'x' }), new Set(['PORT', 'JWT_SECRET'])),
    ).toEqual(['PROT is set, but the code does not read it', 'PORT is read, but not set', 'JWT_SECRET is not from a Secret']);
  });

  it('composes values as Kubernetes does: only from what stands further up', () => {
    const env = [
      { name: 'EARLY', value: '$(HOST)' },
      { name: 'HOST', valueFrom: { configMapKeyRef: { name: 'config', key: 'host' } } },
      { name: 'URL', value: 'http://$(HOST)' },
      { name: 'NONE', valueFrom: { configMapKeyRef: { name: 'config', key: 'none', optional: true } } },
    ];
    const cluster = new Cluster([aJob(container(...env)), object('ConfigMap', 'config', { data: { host: 'db' } })]);
    const [workload] = cluster.workloads;
    expect(resolvedEnvironment(cluster, workload!, workload!.containers[0]!, () => '')).toEqual({
      EARLY: '$(HOST)',
      HOST: 'db',
      URL: 'http://db',
    });
  });
});

describe('The count of connections', () => {
  it('takes the largest number of pods, the surge, and old pods that still drain', () => {
    const environment = { TENANT_CONNECTION_BUDGET: '10', CONTROL_CONNECTIONS_MAX: '4', PODS_MAX: '21' };
    const plan = connectionPlan(
      new Cluster([
        aService('chat-api', { replicas: 20, surge: 1, environment }),
        aService('admin-api', { replicas: 2, surge: 1, environment: { ...environment, PODS_MAX: '3' } }),
        {
          ...object('ConfigMap', 'postgres-config', {
            data: { 'size.conf': 'max_connections = 500\nsuperuser_reserved_connections = 3\nreserved_connections = 7\n' },
          }),
          metadata: { name: 'postgres-config', namespace: 'salient-admin' },
        },
      ]),
    );
    // A pod has its budget, its control connections and a listener: 15; admin-api two for administration, too. Of chat-api there may be
    // 20 + 1 + 4, of admin-api 2 + 1 + 2.
    expect(plan).toMatchObject({ available: 490, needed: 25 * 15 + 5 * 17 + 8 });
  });
});
