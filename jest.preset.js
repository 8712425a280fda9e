import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync(new URL('tsconfig.base.json', import.meta.url), 'utf8'));
const workspace = new URL('.', import.meta.url).pathname;

/** Path aliases of tsconfig.base.json, as Jest wants them: there is one list of libraries. */
const moduleNameMapper = {
  ...Object.fromEntries(Object.entries(compilerOptions.paths).map(([alias, [file]]) => [`^${alias}$`, `${workspace}${file.slice(2)}`])),
  // A source file is imported by the name that its output has.
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

/** `*.full.spec.ts` start whole services or take minutes: `npm run test:full` runs them, and nothing else. */
const fullSpecs = Boolean(process.env.FULL_SPECS);

export default {
  testEnvironment: 'node',
  testMatch: [fullSpecs ? '<rootDir>/**/*.full.spec.ts' : '<rootDir>/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...(fullSpecs ? [] : ['\\.full\\.spec\\.ts$'])],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: `${workspace}tools/testing/global-setup.mjs`,
  globalTeardown: `${workspace}tools/testing/global-teardown.mjs`,
};
