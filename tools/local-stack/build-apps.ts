import { runNode } from './run-program.ts';

/** Builds what the stack runs; what has not changed since comes from Nx's cache. Silent unless it fails. */
export async function buildApps(apps: readonly string[], environment: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  const args = ['node_modules/.bin/nx', 'run-many', '--target=build', `--projects=${apps.join()}`, '--output-style=static'];
  await runNode(args, { environment: { ...environment, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' }, signal });
}
