import type { Plugin } from 'esbuild';

/** Packages and scopes that Nest and TypeORM load by name only when an option asks for them. Salient never does. */
const OPTIONAL = new Set([
  '@fastify/static',
  '@fastify/view',
  '@google-cloud/spanner',
  '@grpc',
  '@mikro-orm',
  '@nestjs/axios',
  '@nestjs/microservices',
  '@nestjs/mongoose',
  '@nestjs/platform-express',
  '@nestjs/sequelize',
  '@nestjs/typeorm',
  '@nestjs/websockets',
  '@sap/hana-client',
  'better-sqlite3',
  'class-transformer',
  'class-validator',
  'expo-sqlite',
  'hdb-pool',
  'ioredis',
  'mongodb',
  'mssql',
  'mysql',
  'mysql2',
  'oracledb',
  'pg-native',
  'pg-query-stream',
  'pino-pretty',
  'point-of-view',
  'react-native-sqlite-storage',
  'sql.js',
  'sqlite3',
  'ts-node',
  'typeorm-aurora-data-api-driver',
]);

/**
 * Leaves what other packages may load out of the bundle, and the loading to fail as it does where they are not installed. What
 * Salient's own code imports is always in it.
 */
export const optionalPackages: Plugin = {
  name: 'optional-packages',
  setup(bundle) {
    bundle.onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
      const [scope, name] = path.split('/');
      const optional = OPTIONAL.has(scope!) || OPTIONAL.has(`${scope}/${name}`);
      return optional && importer.includes('/node_modules/') ? { path, external: true } : undefined;
    });
  },
};
