import { title, type Cluster, type Workload } from './cluster.ts';
import type { Container, KubernetesObject } from './kubernetes-object.ts';

/** Kinds of volumes that the Pod Security Standard "restricted" allows. */
const VOLUMES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'persistentVolumeClaim', 'projected', 'secret'];

/**
 * What the platform's rules for pods have against an overlay: Pod Security "restricted" and more
 * (https://kubernetes.io/docs/concepts/security/pod-security-standards/).
 */
export function policyFaults(cluster: Cluster): string[] {
  return [
    ...cluster.workloads.flatMap((workload) => podFaults(workload).map((fault) => `${title(workload.object)}: ${fault}`)),
    ...cluster
      .all('Deployment')
      .flatMap((deployment) => availabilityFaults(cluster, deployment).map((fault) => `${title(deployment)}: ${fault}`)),
    ...cluster.all('Namespace').flatMap(namespaceFaults),
    ...cluster.objects.flatMap(secretFaults),
  ];
}

function podFaults({ template: { spec }, containers }: Workload): string[] {
  const { securityContext = {} } = spec;
  return [
    ...faultIf(spec.automountServiceAccountToken !== false, 'mounts a token of the Kubernetes API'),
    ...faultIf(spec.hostNetwork || spec.hostPID || spec.hostIPC, "shares the node's namespaces"),
    ...faultIf(!securityContext.runAsNonRoot || !securityContext.runAsUser, 'may run as root'),
    ...faultIf(securityContext.seccompProfile?.type !== 'RuntimeDefault', 'has no seccomp profile'),
    ...(spec.volumes ?? []).flatMap((volume) =>
      faultIf(!Object.keys(volume).some((key) => VOLUMES.includes(key)), `has a volume that is not allowed: ${String(volume['name'])}`),
    ),
    ...containers.flatMap((container) => containerFaults(container).map((fault) => `${container.name} ${fault}`)),
  ];
}

function containerFaults({ image, resources, securityContext = {}, ports = [] }: Container): string[] {
  const { allowPrivilegeEscalation, privileged, readOnlyRootFilesystem, capabilities = {} } = securityContext;
  const tag = /[^/]:([\w.-]+)$/.exec(image)?.[1];
  return [
    ...faultIf(!tag || tag === 'latest', `runs an image of no certain version: ${image}`),
    ...faultIf(tag === '0.0.0', `has an image whose version nobody set: ${image}`),
    ...faultIf(allowPrivilegeEscalation !== false || privileged, 'may gain privileges'),
    ...faultIf(!readOnlyRootFilesystem, 'may write to its image'),
    ...faultIf(!capabilities.drop?.includes('ALL') || capabilities.add?.length, 'keeps capabilities'),
    ...faultIf(
      ports.some((port) => 'hostPort' in port),
      "takes a port of the node's",
    ),
    ...(['requests', 'limits'] as const).flatMap((bound) =>
      ['cpu', 'memory'].flatMap((name) => faultIf(!resources?.[bound]?.[name], `has no ${name} among its ${bound}`)),
    ),
  ];
}

/** Rolling updates that lose no pod, and a disruption budget that neither blocks a drain nor allows all pods at once. */
function availabilityFaults(cluster: Cluster, { metadata, spec }: KubernetesObject): string[] {
  const { strategy } = spec as { strategy?: { rollingUpdate?: { maxUnavailable?: unknown } } };
  const budgets = cluster.all('PodDisruptionBudget').filter((budget) => {
    const { selector } = budget.spec as { selector: object };
    return cluster.selected(selector, budget.metadata.namespace).some(({ object }) => object.metadata === metadata);
  });
  const { maxUnavailable, minAvailable } = (budgets[0]?.spec ?? {}) as { maxUnavailable?: number; minAvailable?: number };
  return [
    ...faultIf(strategy?.rollingUpdate?.maxUnavailable !== 0, 'goes without a pod while it is updated'),
    ...faultIf(budgets.length !== 1, `has ${budgets.length} disruption budgets`),
    ...faultIf(
      budgets.length === 1 && !maxUnavailable && !((minAvailable ?? Infinity) < fewestPods(cluster, metadata.name)),
      'cannot be drained',
    ),
  ];
}

/** How few pods a Deployment may have. */
function fewestPods(cluster: Cluster, name: string): number {
  const hpa = cluster
    .all('HorizontalPodAutoscaler')
    .find(({ spec }) => (spec as { scaleTargetRef: { name: string } }).scaleTargetRef.name === name);
  const { minReplicas } = (hpa?.spec ?? {}) as { minReplicas?: number };
  const { replicas = 1 } = (cluster.workload(name)?.object.spec ?? {}) as { replicas?: number };
  return minReplicas ?? replicas;
}

function namespaceFaults({ metadata }: KubernetesObject): string[] {
  return faultIf(
    metadata.labels?.['pod-security.kubernetes.io/enforce'] !== 'restricted',
    `Namespace ${metadata.name} does not enforce Pod Security "restricted"`,
  );
}

/** Secrets are references here, never values. */
function secretFaults(object: KubernetesObject): string[] {
  const literals = Object.entries(object.data ?? {}).filter(([key]) => isSecretName(key));
  return [
    ...faultIf(object.kind === 'Secret', `${title(object)} stands in git`),
    ...literals.map(([key]) => `${title(object)} has a value for ${key}`),
  ];
}

/** Whether a variable's value must come from a Secret. */
export function isSecretName(name: string): boolean {
  return /PASSWORD|SECRET|API_KEY|ENCRYPTION_KEYS|TOKEN_KEYS|SMTP_URL|REDIS_URL/.test(name);
}

function faultIf(condition: unknown, fault: string): string[] {
  return condition ? [fault] : [];
}
