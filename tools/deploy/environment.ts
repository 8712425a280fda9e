import type { Cluster, Workload } from './cluster.ts';
import type { Container, Variable } from './kubernetes-object.ts';
import { isSecretName } from './policy.ts';

/** Variables that the code reads and the manifests replace by POSTGRES_ADMIN_URL, which says the same. */
const IN_THE_URL = ['POSTGRES_HOST', 'POSTGRES_PORT'];

/** Set for the connection broker, which will read them: their sums are checked already. Empty one day. */
export const AHEAD_OF_THE_CODE: readonly string[] = [];

/** Where a container's variables and what the code reads part: one sets what the other does not know, or lacks what it needs. */
export function variableFaults({ env = [] }: Container, read: ReadonlySet<string>): string[] {
  const set = env.map(({ name }) => name);
  const usedByAnother = env.flatMap(({ value }) => [...(value ?? '').matchAll(/\$\((\w+)\)/g)].map(([, name]) => name));
  const known = (name: string) => read.has(name) || usedByAnother.includes(name) || AHEAD_OF_THE_CODE.includes(name);
  return [
    ...set.filter((name, index) => set.indexOf(name) !== index).map((name) => `${name} is set twice`),
    ...set.filter((name) => !known(name)).map((name) => `${name} is set, but the code does not read it`),
    ...[...read].filter((name) => !set.includes(name) && !IN_THE_URL.includes(name)).map((name) => `${name} is read, but not set`),
    ...env
      .filter(({ name, valueFrom }) => isSecretName(name) && !valueFrom?.secretKeyRef)
      .map(({ name }) => `${name} is not from a Secret`),
  ];
}

/**
 * What a container finds in its environment, as Kubernetes composes it; secrets are `secretOf` their key.
 *
 * @throws Error that names a ConfigMap's key which is not there
 */
export function resolvedEnvironment(
  cluster: Cluster,
  { namespace }: Workload,
  { env = [] }: Container,
  secretOf: (key: string) => string,
): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const variable of env) {
    const value = resolvedValue(cluster, namespace, variable, secretOf);
    // Kubernetes knows only what stands further up in the list.
    if (value !== undefined)
      environment[variable.name] = value.replaceAll(/\$\((\w+)\)/g, (text, name: string) => environment[name] ?? text);
  }
  return environment;
}

function resolvedValue(
  cluster: Cluster,
  namespace: string | undefined,
  { name, value, valueFrom = {} }: Variable,
  secretOf: (key: string) => string,
): string | undefined {
  const { configMapKeyRef, secretKeyRef } = valueFrom;
  if (secretKeyRef) return secretOf(secretKeyRef.key);
  if (!configMapKeyRef) return value;
  const found = cluster.find('ConfigMap', configMapKeyRef.name, namespace)?.data?.[configMapKeyRef.key];
  if (found === undefined && !configMapKeyRef.optional)
    throw new Error(`${name}: ConfigMap ${configMapKeyRef.name} has no ${configMapKeyRef.key}`);
  return found;
}

/** Keys of Secrets that a workload's pods cannot start without. */
export function secretKeysOf(workload: Workload): { secret: string; key: string }[] {
  const references = workload.containers.flatMap(({ env = [] }) => env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []));
  return references.filter(({ optional }) => !optional).map(({ name, key }) => ({ secret: name, key }));
}
