import { transformFile } from '@swc/core';
import { build, type Plugin } from 'esbuild';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/**
 * Bundles one app into `dist/<project root>`: `main.js` and what it reads beside it. The result needs nothing but Node.
 *
 *     node tools/build/build.ts apps/chat-api
 */
const projectRoot = process.argv[2];
if (!projectRoot) throw new Error('usage: node tools/build/build.ts apps/<app>');

/** Nest and TypeORM read decorator metadata, which SWC writes and esbuild does not. */
const decoratorMetadata: Plugin = {
  name: 'decorator-metadata',
  setup(bundle) {
    bundle.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path.includes('node_modules') || !/^\s*@\w/m.test(readFileSync(path, 'utf8'))) return undefined;
      const { code } = await transformFile(path, {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      });
      return { contents: code, loader: 'js' };
    });
  },
};

/** Loaded by name only when an option asks for them; Salient never does. */
const optionalPeers = [
  '@nestjs/microservices', '@nestjs/websockets', '@nestjs/websockets/*', '@nestjs/platform-express', '@nestjs/mongoose', '@nestjs/sequelize',
  '@nestjs/sequelize/*', '@nestjs/typeorm', '@nestjs/typeorm/*', '@mikro-orm/*', '@grpc/*', '@nestjs/axios', 'class-transformer', 'class-transformer/*',
  'class-validator', '@fastify/view', 'point-of-view', 'pino-pretty', 'pg-native', 'pg-query-stream', 'react-native-sqlite-storage',
  '@google-cloud/spanner', '@sap/hana-client', '@sap/hana-client/*', 'better-sqlite3', 'sqlite3', 'sql.js', 'mysql', 'mysql2', 'mssql', 'mongodb',
  'oracledb', 'redis', 'ioredis', 'typeorm-aurora-data-api-driver', 'expo-sqlite', 'ts-node', 'yaml', 'hdb-pool',
];

const out = join('dist', projectRoot);
rmSync(out, { recursive: true, force: true });
const result = await build({
  entryPoints: [join(projectRoot, 'src/main.ts')],
  outfile: join(out, 'main.js'),
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: 'linked',
  sourcesContent: false,
  keepNames: true,
  metafile: true,
  external: [...optionalPeers, '*.node'],
  plugins: [decoratorMetadata],
  // CommonJS packages inside the ES module need the names that Node gives to CommonJS modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; import { fileURLToPath as __fileURLToPath } from 'node:url'; import { dirname as __pathDirname } from 'node:path'; const require = __createRequire(import.meta.url); const __filename = __fileURLToPath(import.meta.url); const __dirname = __pathDirname(__filename);",
  },
  logLevel: 'warning',
});

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
writeFileSync(join(out, 'package.json'), `${JSON.stringify({ name: basename(projectRoot), version, type: 'module' }, null, 2)}\n`);
writeFileSync(join(out, 'inputs.json'), `${JSON.stringify(Object.keys(result.metafile.inputs).sort(), null, 2)}\n`);
