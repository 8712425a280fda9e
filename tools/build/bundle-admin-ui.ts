import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const COMPRESSIBLE = /\.(js|css|svg)$/;

/** Builds what browsers load of the admin interface into the folder `out`, each text file also compressed beside itself. */
export async function bundleAdminUi(out: string): Promise<void> {
  const outDir = resolve(out);
  process.env['NODE_ENV'] = 'production'; // whatever whoever builds runs under: Jest would get React's development build
  await build({ configFile: join(workspace, 'apps/admin-ui/vite.config.ts'), logLevel: 'warn', build: { outDir } });
  const assets = join(outDir, 'assets');
  for (const name of readdirSync(assets).filter((name) => COMPRESSIBLE.test(name))) {
    const file = join(assets, name);
    const text = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
    writeFileSync(`${file}.br`, brotliCompressSync(text, { params }));
  }
}
