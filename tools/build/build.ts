import { bundleApp } from './bundle-app.ts';

/** `node tools/build/build.ts apps/chat-api` bundles that app into `dist/apps/chat-api`, or into the folder named second. */
const [projectRoot, out = `dist/${projectRoot}`] = process.argv.slice(2);
if (!projectRoot) throw new Error('usage: node tools/build/build.ts apps/<app> [<folder>]');
await bundleApp(projectRoot, out);
