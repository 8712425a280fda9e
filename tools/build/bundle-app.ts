import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleVisitorFiles } from './bundle-visitor-files.ts';
import { decoratorMetadata } from './decorator-metadata.plugin.ts';
import { nativeModules } from './native-modules.plugin.ts';
import { optionalPackages } from './optional-packages.plugin.ts';

const workspace = fileURLToPath(new URL('../..', import.meta.url));

/** CommonJS packages inside the ES module need the names that Node gives to CommonJS modules. */
const COMMONJS_NAMES = [
  "import { createRequire as __createRequire } from 'node:module';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = import.meta.filename;',
  'const __dirname = import.meta.dirname;',
].join(' ');

/**
 * Bundles one app into the folder `out`: `main.js` and what it reads beside it. The result needs nothing but Node.
 *
 * @param projectRoot such as `apps/chat-api`
 * @returns every source file inside, by its path from the workspace; also written to `inputs.json`
 */
export async function bundleApp(projectRoot: string, out: string): Promise<string[]> {
  rmSync(out, { recursive: true, force: true });
  const { metafile, outputFiles } = await build({
    absWorkingDir: workspace,
    entryPoints: [join(projectRoot, 'src/main.ts')],
    outfile: join(out, 'main.js'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    sourcemap: 'linked',
    sourcesContent: false,
    keepNames: true, // Nest and TypeORM know classes by their names
    metafile: true,
    write: false,
    plugins: [decoratorMetadata, optionalPackages, nativeModules(out)],
    banner: { js: COMMONJS_NAMES },
    logLevel: 'warning',
  });
  mkdirSync(out, { recursive: true });
  for (const { path, text, contents } of outputFiles) writeFileSync(path, path.endsWith('.js') ? nameOnlyWhatLacksItsName(text) : contents);
  const inputs = Object.keys(metafile.inputs).sort();
  writeJson(join(out, 'inputs.json'), inputs);
  writeJson(join(out, 'package.json'), { name: basename(projectRoot), version: workspaceVersion(), type: 'module' });
  if (projectRoot.endsWith('-api')) copySwaggerUi(join(out, 'swagger-ui'));
  if (projectRoot === 'apps/chat-api') await bundleVisitorFiles(join(out, 'visitor'));
  if (projectRoot === 'apps/admin-ui') await (await import('./bundle-admin-ui.ts')).bundleAdminUi(join(out, 'public'));
  return inputs;
}

const NAMING = 'var __name = (target, value) => __defProp(';

/**
 * With `keepNames` esbuild names every function anew each time that it is made, arrow functions among them, in the middle of what is
 * done most often. Only classes and functions are asked for their names, and most have kept them.
 */
function nameOnlyWhatLacksItsName(bundle: string): string {
  if (!bundle.includes(NAMING)) throw new Error('esbuild names things in another way now.');
  return bundle.replace(NAMING, 'var __name = (target, value) => !("prototype" in target) || target.name === value ? target : __defProp(');
}
/** The files of the page that shows an OpenAPI document. */
function copySwaggerUi(out: string): void {
  const source = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  mkdirSync(out, { recursive: true });
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE']) copyFileSync(join(source, file), join(out, file));
}

function workspaceVersion(): string {
  return (JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8')) as { version: string }).version;
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
