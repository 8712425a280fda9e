import nx from '@nx/eslint-plugin';
import { createProjectGraphAsync } from '@nx/devkit';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { circlesOfSpecs, layerConstraints, scopeConstraints, toolsOfSpecs } from './eslint.boundaries.mjs';

// The boundary rule reads a graph from Nx's cache, and says nothing where there is none: a fresh clone would pass anything.
await createProjectGraphAsync({ exitOnError: true });

const specs = ['**/*.spec.ts', '**/testing/**'];
const adminUi = 'apps/admin-ui/src';

/** What would make elements of text. */
const HTML_PARSERS = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'];

const boundaries = (depConstraints, allow = []) => ({
  '@nx/enforce-module-boundaries': ['error', { depConstraints, allow, ignoredCircularDependencies: circlesOfSpecs }],
});

// The contracts are types in browsers: their schemas would weigh more than all the rest.
const typesOfContracts = { group: ['@salient/contracts*'], allowTypeImports: true };

/** The arrow inside the admin interface: app → features → ui, routing → api, i18n; a feature meets no other feature. */
function forbiddenIn(folder) {
  const above = {
    app: [],
    features: ['app'],
    ui: ['app', 'features', 'routing'],
    routing: ['app', 'features', 'ui', 'api'],
    api: ['app', 'features', 'ui', 'routing', 'i18n'],
    i18n: ['app', 'features', 'ui', 'routing', 'api'],
  }[folder];
  const upwards = above.map((other) => ({ regex: `^(\\.\\./)+${other}/`, message: `${folder} knows nothing of ${other}.` }));
  if (folder !== 'features') return upwards;
  const shared = '(?:ui|api|i18n|routing|app|testing)/';
  return [
    ...upwards,
    { regex: `^\\.\\./\\.\\./(?!\\.\\./|${shared})`, message: 'Features do not meet: what two of them need is of ui, api or routing.' },
  ];
}

export default tseslint.config(
  { ignores: ['**/node_modules', 'dist', 'coverage', '.nx', '.salient', 'libs/client/src/generated'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, plugins: { '@nx': nx } },
  {
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.base],
    rules: { 'no-undef-init': 'error', 'no-var': 'error', 'prefer-const': 'error', eqeqeq: 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...boundaries([...layerConstraints, ...scopeConstraints]),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': 'off', // a Nest module is a class without members
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['apps/chat-widget/**/*.ts'],
    languageOptions: { parserOptions: { project: './apps/chat-widget/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The contracts are types here: their schemas would weigh more than all the rest.
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group: ['@salient/contracts*'], allowTypeImports: true }] }],
      'no-restricted-properties': [
        'error',
        ...HTML_PARSERS.map((property) => ({ property, message: 'What comes from outside stays text.' })),
      ],
    },
  },
  {
    files: ['apps/admin-ui/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    languageOptions: { parserOptions: { project: './apps/admin-ui/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-properties': [
        'error',
        ...HTML_PARSERS.map((property) => ({ property, message: 'What comes from outside stays text.' })),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'What comes from outside stays text.' },
      ],
    },
  },
  ...['app', 'api', 'ui', 'i18n', 'routing', 'features'].map((folder) => ({
    files: [`${adminUi}/${folder}/**/*.{ts,tsx}`],
    ignores: specs,
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [typesOfContracts, ...forbiddenIn(folder)] }],
    },
  })),
  {
    files: specs,
    rules: {
      ...boundaries(layerConstraints, toolsOfSpecs),
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['tools/**/*.ts', 'apps/salient-cli/**/*.ts'], rules: { 'no-console': 'off' } },
);
