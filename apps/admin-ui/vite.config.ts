import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { CSP_NONCE_PLACEHOLDER } from './src/server/content-security.ts';

const workspace = fileURLToPath(new URL('../..', import.meta.url));

/** What browsers load. The server beside it is bundled by tools/build, as every service is. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: `${workspace}node_modules/.cache/admin-ui-vite`,
  plugins: [react()],
  // The contracts are types here (the linter sees to it): nothing is resolved but names of ours that vanish.
  html: { cspNonce: CSP_NONCE_PLACEHOLDER },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0, // the policy lets no data: URL in
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: true,
    emptyOutDir: true,
  },
});
