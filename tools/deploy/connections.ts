import type { Cluster, Workload } from './cluster.ts';
import { resolvedEnvironment } from './environment.ts';

/** The listener on the control database, apart from CONTROL_CONNECTIONS_MAX. */
const LISTENER = 1;
/** Of a process that makes and drops databases: ADMINISTRATIVE_CONNECTIONS_MAX of libs/tenancy/lifecycle. */
const ADMINISTRATIVE: Readonly<Record<string, number>> = { 'admin-api': 2 };
/** What `salient migrate` opens at most: its control pool of two, four at a time to tenants' databases (`--concurrency`), two administrative ones. */
const MIGRATION_JOB = 8;
/** The list of databases, and one dump at a time. */
const BACKUP = 2;

/** Which part of a server's connections a service has; the rest is for jobs. */
const SHARES: Readonly<Record<string, number>> = { 'chat-api': 0.7, 'admin-api': 0.15 };

export interface ServiceConnections {
  readonly service: string;
  /** Pods at full size, one surge included. */
  readonly pods: number;
  /** Old pods that may still end their streams while new ones take over. */
  readonly draining: number;
  readonly perPod: number;
  readonly podsMax: number;
  readonly budget: number;
  readonly budgetMax: number;
}

export interface ConnectionPlan {
  readonly services: readonly ServiceConnections[];
  /** All connections that may be open at once. */
  readonly needed: number;
  /** What PostgreSQL gives to those who have no reserved place. */
  readonly available: number;
}

/** How many connections an overlay may open to its PostgreSQL server, against how many that takes. */
export function connectionPlan(cluster: Cluster): ConnectionPlan {
  const available = availableConnections(cluster);
  const services = ['chat-api', 'admin-api'].map((name) => serviceConnections(cluster, cluster.workload(name)!, available));
  const jobs = MIGRATION_JOB + (cluster.workload('tenant-backup') ? BACKUP : 0);
  const needed = services.reduce((sum, { pods, draining, perPod }) => sum + (pods + draining) * perPod, jobs);
  return { services, needed, available };
}

function serviceConnections(cluster: Cluster, workload: Workload, available: number): ServiceConnections {
  const { name, object, template } = workload;
  const { strategy, minReadySeconds } = object.spec as { strategy: { rollingUpdate: { maxSurge: number } }; minReadySeconds: number };
  const surge = strategy.rollingUpdate.maxSurge;
  const replicas = mostReplicas(cluster, workload);
  const container = template.spec.containers.find((candidate) => candidate.name === name)!;
  const environment = resolvedEnvironment(cluster, workload, container, () => '');
  const budget = Number(environment['TENANT_CONNECTION_BUDGET']);
  const podsMax = Number(environment['PODS_MAX']);
  return {
    service: name,
    pods: replicas + surge,
    draining: Math.min(replicas, surge * Math.ceil(template.spec.terminationGracePeriodSeconds! / minReadySeconds)),
    perPod: budget + Number(environment['CONTROL_CONNECTIONS_MAX']) + LISTENER + (ADMINISTRATIVE[name] ?? 0),
    podsMax,
    budget,
    budgetMax: Math.floor((available * 0.9 * SHARES[name]!) / podsMax),
  };
}

function mostReplicas(cluster: Cluster, { name, object }: Workload): number {
  const hpa = cluster
    .all('HorizontalPodAutoscaler')
    .find(({ spec }) => (spec as { scaleTargetRef: { name: string } }).scaleTargetRef.name === name);
  const { maxReplicas } = (hpa?.spec ?? {}) as { maxReplicas?: number };
  return maxReplicas ?? (object.spec as { replicas: number }).replicas;
}

function availableConnections(cluster: Cluster): number {
  const settings = cluster.find('ConfigMap', 'postgres-config', 'salient-admin')?.data?.['size.conf'] ?? '';
  const setting = (name: string) => Number(new RegExp(`^${name} = (\\d+)$`, 'm').exec(settings)?.[1]);
  return setting('max_connections') - setting('superuser_reserved_connections') - setting('reserved_connections');
}
