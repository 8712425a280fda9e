/** One run over every project: the databases and workers are shared. `nx test <project>` runs one project alone. */
export default {
  projects: [
    '<rootDir>/apps/*/jest.config.mjs',
    '<rootDir>/libs/*/jest.config.mjs',
    '<rootDir>/libs/*/*/jest.config.mjs',
    '<rootDir>/tools/jest.config.mjs',
  ],
  maxWorkers: 2,
  coverageProvider: 'v8',
  coverageReporters: ['text-summary', 'lcov'],
};
