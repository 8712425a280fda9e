import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { KubernetesObject } from './kubernetes-object.ts';
import { deployFolder, parseYaml, type Kustomization } from './manifests.ts';

/** The first kubectl whose kustomize copies values as the overlays ask it to. */
const MINOR_VERSION_MIN = 27;

/** @throws Error that says what to install, when kubectl is not there or too old */
export function requireKubectl(): void {
  const wanted = `kubectl 1.${MINOR_VERSION_MIN} or newer must be on the PATH to build the overlays (https://kubernetes.io/docs/tasks/tools/)`;
  const { error, stdout } = spawnSync('kubectl', ['version', '--client'], { encoding: 'utf8' });
  if (error) throw new Error(`${wanted}; there is none.`);
  const [, major = 0, minor = 0] = /v(\d+)\.(\d+)/.exec(stdout) ?? [];
  if (Number(major) === 1 && Number(minor) < MINOR_VERSION_MIN) throw new Error(`${wanted}; this one is 1.${minor}.`);
}

export interface ComponentChanges {
  readonly with?: readonly string[];
  readonly without?: readonly string[];
}

/** What is changed in the files that an overlay is configured by. */
export interface DataChanges {
  readonly release?: Readonly<Record<string, string>>;
  readonly hosts?: Readonly<Record<string, string>>;
}

/** The objects of an overlay, as `kubectl apply -k` would send them; perhaps with other components, versions or hosts. */
export function buildOverlay(overlay: string, changes: ComponentChanges = {}, data: DataChanges = {}): KubernetesObject[] {
  const folder = mkdtempSync(join(tmpdir(), 'salient-overlay-'));
  try {
    cpSync(deployFolder, folder, { recursive: true });
    changeComponents(join(folder, 'overlays', overlay, 'kustomization.yaml'), changes);
    for (const [name, values] of Object.entries(data)) changeData(join(folder, 'overlays', overlay, `${name}.yaml`), values);
    const { status, stdout, stderr } = spawnSync('kubectl', ['kustomize', join(folder, 'overlays', overlay)], { encoding: 'utf8' });
    if (status !== 0 || stderr) throw new Error(`kubectl kustomize overlays/${overlay}: ${stderr}`);
    return parseYaml<KubernetesObject>(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function changeComponents(file: string, { with: added = [], without: removed = [] }: ComponentChanges): void {
  const kustomization = parse(readFileSync(file, 'utf8')) as Kustomization;
  const path = (component: string) => `../../components/${component}`;
  const kept = (kustomization.components ?? []).filter((component) => !removed.map(path).includes(component));
  writeFileSync(file, stringify({ ...kustomization, components: [...kept, ...added.map(path)] }));
}

function changeData(file: string, values: Readonly<Record<string, string>>): void {
  const configMap = parse(readFileSync(file, 'utf8')) as { data: Record<string, string> };
  writeFileSync(file, stringify({ ...configMap, data: { ...configMap.data, ...values } }));
}
