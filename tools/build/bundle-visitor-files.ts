import { build, type BuildOptions, type Plugin } from 'esbuild';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const source = 'apps/chat-widget/src';

const browser = {
  absWorkingDir: workspace,
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2022',
  metafile: true,
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Bundles what chat-api sends to browsers into the folder `out`: `widget.js`, whose name hosts have in their pages, `assets/`
 * with the names that change with what is in them, and `manifest.json`, which says which of them the chat page needs.
 */
export async function bundleVisitorFiles(out: string): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const entryNames = '[name]-[hash]';
  const assets = join(out, 'assets');
  const [script, style, widget] = await Promise.all([
    build({ ...browser, entryPoints: { page: `${source}/page/main.ts` }, outdir: assets, entryNames, format: 'esm' }),
    build({ ...browser, entryPoints: { page: `${source}/styles/page.css` }, outdir: assets, entryNames }),
    build({ ...browser, entryPoints: { widget: `${source}/widget/main.ts` }, outdir: out, format: 'iife', plugins: [stylesAsText] }),
  ]);
  const inputs = [script, style, widget].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const names = { script: onlyOutput(script.metafile), style: onlyOutput(style.metafile) };
  writeFileSync(join(out, 'manifest.json'), `${JSON.stringify({ ...names, inputs: [...new Set(inputs)].sort() }, null, 2)}\n`);
}

/** A style sheet that is imported becomes its text, put together and made small. */
const stylesAsText: Plugin = {
  name: 'styles-as-text',
  setup(bundle) {
    bundle.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ ...browser, entryPoints: [path], write: false });
      return { contents: outputFiles[0]!.text, loader: 'text' };
    });
  },
};

function onlyOutput({ outputs }: { readonly outputs: Readonly<Record<string, unknown>> }): string {
  const [name, ...others] = Object.keys(outputs);
  if (!name || others.length > 0) throw new Error('One entry makes one file.');
  return basename(name);
}
