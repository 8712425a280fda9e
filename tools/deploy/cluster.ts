import { containersOf, podTemplateOf, type Container, type KubernetesObject, type Labels, type PodTemplate } from './kubernetes-object.ts';

/** An object that makes pods, and what its pods are like. */
export interface Workload {
  readonly object: KubernetesObject;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly template: PodTemplate;
  readonly containers: readonly Container[];
}

/** The objects of one overlay, with the questions that the checks ask of them. */
export class Cluster {
  readonly objects: readonly KubernetesObject[];
  readonly workloads: readonly Workload[];

  constructor(objects: readonly KubernetesObject[]) {
    this.objects = objects;
    this.workloads = objects.flatMap((object) => {
      const template = podTemplateOf(object);
      const { name, namespace } = object.metadata;
      return template ? [{ object, name, namespace, template, containers: containersOf(template) }] : [];
    });
  }

  all(kind: string): KubernetesObject[] {
    return this.objects.filter((object) => object.kind === kind);
  }

  find(kind: string, name: string, namespace: string | undefined): KubernetesObject | undefined {
    return this.all(kind).find(({ metadata }) => metadata.name === name && metadata.namespace === namespace);
  }

  /** Workloads of a namespace whose pods a selector finds. */
  selected(selector: PodSelector, namespace: string | undefined): Workload[] {
    return this.workloads.filter((workload) => workload.namespace === namespace && selects(selector, workload.template.metadata.labels));
  }

  workload(name: string): Workload | undefined {
    return this.workloads.find((workload) => workload.name === name);
  }
}

export interface PodSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly { readonly key: string; readonly operator: string; readonly values: readonly string[] }[];
}

function selects({ matchLabels = {}, matchExpressions = [] }: PodSelector, labels: Labels): boolean {
  const hasLabels = Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
  return hasLabels && matchExpressions.every(({ key, operator, values }) => operator === 'In' && values.includes(labels[key] ?? ''));
}

/** How an object is named in a message. */
export function title({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata.name}`;
}
