import type { Plugin } from 'esbuild';
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

/**
 * Packages made with napi-rs keep the machine code of each platform in a package of its own (`@node-rs/argon2-linux-x64-gnu`)
 * and load the one that fits. The installed one is copied beside the bundle, where the loader looks first
 * (`require('./argon2.linux-x64-gnu.node')`); the others stay requires that fail, as they do without a bundle.
 */
export function nativeModules(out: string): Plugin {
  return {
    name: 'native-modules',
    setup(bundle) {
      bundle.onResolve({ filter: /\.node$/ }, ({ path }) => ({ path, external: true }));
      bundle.onResolve({ filter: /^@node-rs\/\w+-/ }, ({ path, importer }) => {
        const file = installedFile(path, importer);
        if (!file?.endsWith('.node')) return { path, external: true };
        mkdirSync(out, { recursive: true });
        copyFileSync(file, join(out, basename(file)));
        return { path: `./${basename(file)}`, external: true };
      });
    },
  };
}

function installedFile(name: string, importer: string): string | undefined {
  try {
    return createRequire(importer).resolve(name);
  } catch {
    return undefined;
  }
}
