import { bundleApp } from './bundle-app.ts';

/** `node tools/build/build.ts apps/chat-api` bundles that app into `dist/apps/chat-api`, or into the folder named second. */
const [projectRoot, out = `dist/${projectRoot}`] = process.argv.slice(2);
if (!projectRoot) throw new Error('usage: node tools/build/build.ts apps/<app> [<folder>]');
try {
  await bundleApp(projectRoot, out);
} catch (error) {
  // esbuild has printed what is wrong, and where.
  if (!(error instanceof Error && 'errors' in error)) throw error;
  process.exitCode = 1;
}
