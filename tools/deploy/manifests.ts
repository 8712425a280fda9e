import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from './kubernetes-object.ts';

export const workspace = join(import.meta.dirname, '../..');
export const deployFolder = join(workspace, 'deploy');

/** Every file under `folder` by its path from there, sorted. */
export function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/**
 * All documents of a YAML text.
 *
 * @throws YAMLParseError also for a key that stands twice, which kubectl would take without a word
 */
export function parseYaml<Document>(text: string): Document[] {
  return parseAllDocuments(text).map((document) => {
    for (const fault of [...document.errors, ...document.warnings]) throw fault;
    return document.toJS() as Document;
  });
}

export function readYaml<Document>(file: string): Document[] {
  return parseYaml<Document>(readFileSync(file, 'utf8'));
}

export interface Kustomization {
  readonly kind: 'Kustomization' | 'Component';
  readonly resources?: readonly string[];
  readonly components?: readonly string[];
  readonly transformers?: readonly string[];
  readonly patches?: readonly { readonly path?: string }[];
  readonly configMapGenerator?: readonly { readonly files: readonly string[] }[];
}

/** Folders under `deploy/` that kustomize builds, and what each of them says. */
export function kustomizations(): { folder: string; content: Kustomization }[] {
  return filesUnder(deployFolder)
    .filter((file) => basename(file) === 'kustomization.yaml')
    .map((file) => ({ folder: join(file, '..'), content: readYaml<Kustomization>(join(deployFolder, file))[0]! }));
}

/** The objects that stand in files of bases, components and overlays: what is not a patch, a setting of kustomize or generated. */
export function manifests(): { file: string; object: KubernetesObject }[] {
  return kustomizations()
    .flatMap(({ folder, content }) => (content.resources ?? []).filter((name) => name.endsWith('.yaml')).map((name) => join(folder, name)))
    .flatMap((file) => readYaml<KubernetesObject>(join(deployFolder, file)).map((object) => ({ file, object })));
}
