import type { KubernetesObject } from './kubernetes-object.ts';

/** Which package knows the kinds of an API group; the rest are Kubernetes' own. */
const PACKAGES: Readonly<Record<string, string>> = {
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api',
  'external-secrets.io': '@kubernetes-models/external-secrets',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
};

type Model = new () => { validate(): void };

/**
 * Checks an object against the schema of its API version, as strictly as `kubectl apply --validate=strict` does.
 *
 * The compiled schemas refuse wrong types, values and missing fields, but pass over fields that they do not know. They ask for
 * every field that they do know, so a field that was never asked for is unknown.
 *
 * @returns what is wrong, by JSON path; empty when nothing is
 */
export async function schemaFaults(object: KubernetesObject): Promise<string[]> {
  const model = await modelOf(object);
  if (!model) return [`${object.apiVersion} ${object.kind} is no known kind`];
  const asked = new Set<string>();
  try {
    model.prototype.validate.call(watched(object, '', asked));
  } catch (error) {
    return [(error as Error).message];
  }
  return pathsOf(object)
    .filter((path) => !asked.has(path))
    .map((path) => `${path}: unknown field`);
}

async function modelOf({ apiVersion, kind }: KubernetesObject): Promise<Model | undefined> {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0]! : '';
  const module = `${PACKAGES[group] ?? 'kubernetes-models'}/${apiVersion}/${kind}`;
  try {
    return ((await import(module)) as Record<string, Model>)[kind];
  } catch {
    return undefined;
  }
}

/** The same value, which notes the path of each field that somebody reads. */
function watched<Value>(value: Value, path: string, asked: Set<string>): Value {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key, receiver) {
      const field: unknown = Reflect.get(target, key, receiver);
      if (typeof key !== 'string' || !Object.hasOwn(target, key)) return field;
      const fieldPath = `${path}/${key}`;
      asked.add(fieldPath);
      return watched(field, fieldPath, asked);
    },
  });
}

/** Every field below a value; what is below a field that nobody knows is left out. */
function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => [`${path}/${key}`, ...pathsOf(field, `${path}/${key}`)]);
}
