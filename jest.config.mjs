/** One run over every project: the databases and workers are shared. `nx test <project>` runs one project alone. */
export default {
  projects: [
    '<rootDir>/apps/*/jest.config.mjs',
    '<rootDir>/libs/*/jest.config.mjs',
    '<rootDir>/libs/*/*/jest.config.mjs',
    '<rootDir>/tools/jest.config.mjs',
  ],
  // One more than the cores of a small machine: a third of what a spec does is to wait for PostgreSQL or a browser.
  maxWorkers: process.env.FULL_SPECS ? 2 : 3,
  // Modules of one spec are never freed while the process lives: past this, collecting garbage is what a worker does most.
  workerIdleMemoryLimit: '1GB',
  // On a busy machine half a second is short for a process to end; one that something keeps alive is told of all the same.
  workerGracefulExitTimeout: 10_000,
  // A test that hangs ends; one on a machine that is busy with something else does not.
  testTimeout: 60_000,
  coverageProvider: 'v8',
  coverageReporters: ['text-summary', 'lcov'],
};
