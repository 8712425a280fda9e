import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml, workspace } from './manifests.ts';

const packageJson = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8')) as { devDependencies: { node: string } };

/** The last stage of a Dockerfile is the image; the ones before it only build. */
function readDockerfile(image: string) {
  const text = readFileSync(join(workspace, `deploy/images/${image}.Dockerfile`), 'utf8').replaceAll(/\\\n\s*/g, '');
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
  const lastStage = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const values = (instruction: string) =>
    lastStage.flatMap((line) => (line.startsWith(`${instruction} `) ? [line.slice(instruction.length + 1)] : []));
  return { text, lines, values };
}

describe.each([
  ['chat-api', 'chat-api'],
  ['admin-api', 'admin-api'],
  ['admin-ui', 'admin-ui'],
  ['migrate', 'salient-cli'],
])('The image %s', (image, app) => {
  const { text, lines, values } = readDockerfile(image);

  it('stands on exactly the Node that the scripts run on', () => {
    expect(lines[0]).toBe(`ARG NODE_TAG=${packageJson.devDependencies.node}-bookworm-slim`);
    expect(lines.filter((line) => line.startsWith('FROM ')).map((line) => line.replace(/ AS .*/, ''))).toEqual([
      'FROM node:${NODE_TAG}',
      'FROM node:${NODE_TAG}',
    ]);
  });

  it('is built from its own app and holds nothing but its bundle', () => {
    const copiedApps = lines.flatMap((line) => /^COPY (apps\S*)/.exec(line)?.[1] ?? []);
    expect(copiedApps).toEqual([`apps/${app}`, ...(app === 'chat-api' ? ['apps/chat-widget'] : [])]);
    expect(existsSync(join(workspace, 'apps', app, 'project.json'))).toBe(true);
    expect(values('COPY')).toEqual([`--from=build /workspace/dist/apps/${app} ./`]);
    expect(values('RUN')).toEqual([]);
  });

  it('runs as an ordinary user, with Node itself receiving the signals', () => {
    expect(values('USER')).toEqual(['1000:1000']);
    expect(JSON.parse(values('ENTRYPOINT')[0]!)).toEqual(['node', '--enable-source-maps', 'main.js']);
  });

  it('says whether it is healthy without a tool that is not there', () => {
    const [check] = values('HEALTHCHECK');
    expect(check).toMatch(image === 'migrate' ? /^NONE$/ : /CMD \["node", "-e", ".*\/health`/);
  });

  it('says what it is, and how it is built', () => {
    expect(text).toContain(`docker build -f deploy/images/${image}.Dockerfile .`);
    for (const label of ['title', 'description', 'licenses', 'version', 'revision'])
      expect(values('LABEL')[0]).toContain(`org.opencontainers.image.${label}=`);
  });
});

describe('The workflow that builds images', () => {
  const file = join(workspace, '.github/workflows/images.yml');
  const [workflow] = readYaml<{ jobs: { build: { env: { TAG: string } } } }>(file);

  it('knows every image, and the app that makes it', () => {
    const [, mapping] = /map\((\{.*?\})\[/.exec(readFileSync(file, 'utf8'))!;
    expect(JSON.parse(mapping!)).toEqual({
      'chat-api': 'chat-api',
      'admin-api': 'admin-api',
      'admin-ui': 'admin-ui',
      'salient-cli': 'migrate',
    });
    const images = ['admin-api', 'admin-ui', 'chat-api', 'migrate'];
    expect(readdirSync(join(workspace, 'deploy/images'))).toEqual(images.map((image) => `${image}.Dockerfile`));
  });

  it('tags by version and commit, never "latest"', () => {
    expect(workflow!.jobs.build.env.TAG).toMatch(/:\$\{\{ needs\.affected\.outputs\.version \}\}$/);
    expect(readFileSync(file, 'utf8')).not.toContain(':latest');
  });
});
