import { title, type Cluster, type PodSelector, type Workload } from './cluster.ts';
import type { KubernetesObject } from './kubernetes-object.ts';

/** References from one object to another that lead nowhere: names, selectors, ports, keys. */
export function referenceFaults(cluster: Cluster): string[] {
  const checks: Readonly<Record<string, (object: KubernetesObject) => string[]>> = {
    Service: (object) => serviceFaults(cluster, object),
    NetworkPolicy: (object) => policyFaults(cluster, object),
    PodDisruptionBudget: (object) => selectorFaults(cluster, object, (object.spec as { selector: PodSelector }).selector),
    PodMonitor: (object) => selectorFaults(cluster, object, (object.spec as { selector: PodSelector }).selector),
    HorizontalPodAutoscaler: (object) => hpaFaults(cluster, object),
    HTTPRoute: (object) => routeFaults(cluster, object),
    Ingress: (object) => ingressFaults(cluster, object),
    ExternalSecret: (object) => externalSecretFaults(cluster, object),
  };
  return [
    ...cluster.objects.flatMap((object) => (checks[object.kind]?.(object) ?? []).map((fault) => `${title(object)}: ${fault}`)),
    ...cluster.workloads.flatMap((workload) => workloadFaults(cluster, workload).map((fault) => `${title(workload.object)}: ${fault}`)),
  ];
}

function selectorFaults(cluster: Cluster, { metadata }: KubernetesObject, selector: PodSelector): string[] {
  return cluster.selected(selector, metadata.namespace).length === 0 ? ['selects no pod'] : [];
}

function portNames(workload: Workload): string[] {
  return workload.containers.flatMap(({ ports = [] }) => ports.map(({ name }) => name));
}

function serviceFaults(cluster: Cluster, service: KubernetesObject): string[] {
  const { selector, ports } = service.spec as { selector: Record<string, string>; ports: { targetPort: string }[] };
  const workloads = cluster.selected({ matchLabels: selector }, service.metadata.namespace);
  if (workloads.length !== 1) return [`selects the pods of ${workloads.length} workloads`];
  return ports
    .filter(({ targetPort }) => !portNames(workloads[0]!).includes(targetPort))
    .map(({ targetPort }) => `its pods have no port ${targetPort}`);
}

function policyFaults(cluster: Cluster, policy: KubernetesObject): string[] {
  const { podSelector, ingress = [] } = policy.spec as { podSelector: PodSelector; ingress?: { ports?: { port: string | number }[] }[] };
  const workloads = cluster.selected(podSelector, policy.metadata.namespace);
  if (workloads.length === 0) return ['selects no pod'];
  const names = ingress.flatMap(({ ports = [] }) => ports.map(({ port }) => port)).filter((port) => typeof port === 'string');
  return names
    .filter((name) => !workloads.every((workload) => portNames(workload).includes(name)))
    .map((name) => `not all its pods have a port ${name}`);
}

function hpaFaults(cluster: Cluster, { metadata, spec }: KubernetesObject): string[] {
  const { scaleTargetRef } = spec as { scaleTargetRef: { kind: string; name: string } };
  const target = cluster.find(scaleTargetRef.kind, scaleTargetRef.name, metadata.namespace);
  if (!target) return [`scales ${scaleTargetRef.name}, which is not there`];
  return 'replicas' in (target.spec ?? {}) ? [`${title(target)} sets replicas too, so that each apply would undo the scaling`] : [];
}

function routeFaults(cluster: Cluster, { metadata, spec }: KubernetesObject): string[] {
  const { parentRefs, hostnames, rules } = spec as {
    parentRefs: { name: string; sectionName: string }[];
    hostnames: string[];
    rules: { backendRefs?: { name: string; port: number }[] }[];
  };
  const backends = rules.flatMap(({ backendRefs = [] }) => backendRefs);
  return [
    ...backends.flatMap(({ name, port }) => backendFaults(cluster, name, metadata.namespace, (candidate) => candidate.port === port)),
    ...parentRefs.flatMap(({ name, sectionName }) => {
      const { listeners = [] } = (cluster.find('Gateway', name, metadata.namespace)?.spec ?? {}) as {
        listeners?: { name: string; hostname: string }[];
      };
      const listener = listeners.find((candidate) => candidate.name === sectionName);
      if (!listener) return [`no gateway ${name} has a listener ${sectionName}`];
      return hostnames.filter((host) => host !== listener.hostname).map((host) => `${name} does not listen for ${host}`);
    }),
  ];
}

function ingressFaults(cluster: Cluster, { metadata, spec }: KubernetesObject): string[] {
  const { rules, tls } = spec as {
    rules: { host: string; http: { paths: { backend: { service: { name: string; port: { name: string } } } }[] } }[];
    tls: { hosts: string[] }[];
  };
  const secured = tls.flatMap(({ hosts }) => hosts);
  return rules.flatMap(({ host, http }) => [
    ...(secured.includes(host) ? [] : [`${host} has no certificate`]),
    ...http.paths.flatMap(({ backend: { service } }) =>
      backendFaults(cluster, service.name, metadata.namespace, (port) => port.name === service.port.name),
    ),
  ]);
}

interface ServicePort {
  readonly name: string;
  readonly port: number;
}

function backendFaults(cluster: Cluster, name: string, namespace: string | undefined, wanted: (port: ServicePort) => boolean): string[] {
  const { ports = [] } = (cluster.find('Service', name, namespace)?.spec ?? {}) as { ports?: ServicePort[] };
  return ports.some(wanted) ? [] : [`no service ${name} has the port that it is sent to`];
}

function externalSecretFaults(cluster: Cluster, { metadata, spec }: KubernetesObject): string[] {
  const { secretStoreRef } = spec as { secretStoreRef: { name: string } };
  const store = cluster.find('SecretStore', secretStoreRef.name, metadata.namespace);
  if (!store) return [`its store ${secretStoreRef.name} is not there`];
  const account = (store.spec as { provider: { aws: { auth: { jwt: { serviceAccountRef: { name: string } } } } } }).provider.aws.auth.jwt
    .serviceAccountRef.name;
  return cluster.find('ServiceAccount', account, metadata.namespace) ? [] : [`the service account ${account} is not there`];
}

function workloadFaults(cluster: Cluster, { object, namespace, template, containers }: Workload): string[] {
  const { serviceAccountName, volumes = [] } = template.spec;
  const { selector } = object.spec as { selector?: PodSelector };
  const configMaps = volumes.flatMap((volume) => {
    const configMap = volume['configMap'] as { name: string; optional?: boolean } | undefined;
    return configMap && !configMap.optional ? configMap.name : [];
  });
  const claims = volumes.flatMap((volume) => (volume['persistentVolumeClaim'] as { claimName: string } | undefined)?.claimName ?? []);
  return [
    ...(selector && cluster.selected(selector, namespace).length !== 1 ? ['its selector does not find its own pods alone'] : []),
    ...(serviceAccountName && !cluster.find('ServiceAccount', serviceAccountName, namespace)
      ? [`no service account ${serviceAccountName}`]
      : []),
    ...configMaps.filter((name) => !cluster.find('ConfigMap', name, namespace)).map((name) => `no ConfigMap ${name}`),
    ...claims.filter((name) => !cluster.find('PersistentVolumeClaim', name, namespace)).map((name) => `no claim ${name}`),
    ...containers.flatMap((container) => {
      const names = (container.ports ?? []).map(({ name }) => name);
      const probes = [container.startupProbe, container.livenessProbe, container.readinessProbe];
      return probes
        .flatMap((probe) => probe?.httpGet?.port ?? [])
        .filter((port) => !names.includes(String(port)))
        .map((port) => `${container.name} is probed at a port ${port} that it does not have`);
    }),
  ];
}
