import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { KubernetesObject } from './kubernetes-object.ts';
import { deployFolder, filesUnder, kustomizations, manifests, readYaml } from './manifests.ts';
import { schemaFaults } from './strict-schema.ts';

describe('The manifests in deploy/', () => {
  it.each(manifests().map(({ file, object }) => [`${file}: ${object.kind} ${object.metadata.name}`, object] as const))(
    '%s has the fields of its API version and no other',
    async (_file, object) => {
      expect(await schemaFaults(object)).toEqual([]);
    },
  );

  it('parse, every one, with no key standing twice', () => {
    for (const file of filesUnder(deployFolder).filter((name) => /\.ya?ml$/.test(name)))
      expect({ file, documents: readYaml(join(deployFolder, file)).length }).not.toEqual({ file, documents: 0 });
  });

  it('are all used, and every file that kustomize is told of is there', () => {
    const used = kustomizations().flatMap(({ folder, content }) =>
      [
        ...(content.resources ?? []),
        ...(content.components ?? []),
        ...(content.transformers ?? []),
        ...(content.patches ?? []).flatMap(({ path }) => path ?? []),
        ...(content.configMapGenerator ?? []).flatMap(({ files }) => files),
      ].map((name) => join(folder, name)),
    );
    expect(used.filter((path) => !existsSync(join(deployFolder, path)))).toEqual([]);
    const known = (file: string) =>
      basename(file) === 'kustomization.yaml' || used.includes(file) || !/^(bases|components|overlays)\//.test(file);
    expect(filesUnder(deployFolder).filter((file) => file.endsWith('.yaml') && !known(file))).toEqual([]);
  });
});

describe('The schema check', () => {
  const service = (spec: object) =>
    ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a', labels: { 'any/label': 'yes' } }, spec }) as unknown as KubernetesObject;

  it('passes an object that the API server would take', async () => {
    expect(await schemaFaults(service({ selector: { app: 'a' }, ports: [{ port: 80, targetPort: 'http' }] }))).toEqual([]);
  });

  it('refuses a field that the API does not know, however deep', async () => {
    expect(await schemaFaults(service({ ports: [{ port: 80, tragetPort: 'http' }] }))).toEqual(['/spec/ports/0/tragetPort: unknown field']);
  });

  it('refuses a value of the wrong type and a field that is missing', async () => {
    expect(await schemaFaults(service({ ports: [{ port: 'eighty' }] }))).toEqual([expect.stringContaining('port')]);
    expect(await schemaFaults(service({ ports: [{}] }))).toEqual([expect.stringContaining('port')]);
  });

  it('refuses a kind that no schema describes', async () => {
    const unknown = { apiVersion: 'apps/v1', kind: 'Deploiment', metadata: { name: 'a' } };
    expect(await schemaFaults(unknown)).toEqual(['apps/v1 Deploiment is no known kind']);
  });
});
