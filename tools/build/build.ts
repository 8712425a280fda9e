import { bundleApp } from './bundle-app.ts';

/** `node tools/build/build.ts apps/chat-api` bundles that app into `dist/apps/chat-api`. */
const projectRoot = process.argv[2];
if (!projectRoot) throw new Error('usage: node tools/build/build.ts apps/<app>');
await bundleApp(projectRoot, `dist/${projectRoot}`);
