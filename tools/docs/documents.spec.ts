import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workspace } from '../local-stack/settings.ts';

const tracked = (...patterns: string[]) =>
  execFileSync('git', ['ls-files', '--', ...patterns], { cwd: workspace, encoding: 'utf8' })
    .trim()
    .split('\n');
const read = (file: string) => readFileSync(join(workspace, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

/** The name that GitHub gives a heading: https://docs.github.com/en/get-started/writing-on-github */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
const anchorsOf = (file: string) => [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading!));

const FOLDERS = 'apps|libs|tools|deploy|bench|docs|bases|components|overlays';

describe.each(tracked('*.md'))('%s', (file) => {
  const text = read(file);

  it('links to files and headings that are there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link]) => (/^[a-z]+:/.test(link!) ? [] : [link!]));
    const dead = links.filter((link) => {
      const [path, anchor] = link.split('#');
      const target = path ? join(dirname(file), path) : file;
      return !existsSync(join(workspace, target)) || (anchor && !anchorsOf(target).includes(anchor));
    });
    expect(dead).toEqual([]);
  });

  it('names files and scripts that are there', () => {
    const paths = [...text.matchAll(new RegExp(`\`((?:${FOLDERS})/[\\w./-]+)\``, 'g'))].map(([, path]) => path!);
    expect(paths.filter((path) => !existsSync(join(workspace, path)) && !existsSync(join(workspace, 'deploy', path)))).toEqual([]);
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

it('docs/architecture.md names every table', () => {
  const migrations = tracked('libs/*migrations/*.ts', 'libs/**/*.migration.ts').map(read).join('\n');
  const tables = [...migrations.matchAll(/CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(\w+)/g)].map(([, table]) => table!);
  const page = read('docs/architecture.md');
  expect(tables).toEqual(expect.arrayContaining(['tenant_registry', 'messages', 'tenant_identity', 'rate_windows']));
  expect([...new Set(tables)].filter((table) => !page.includes(`\`${table}\``))).toEqual([]);
});
