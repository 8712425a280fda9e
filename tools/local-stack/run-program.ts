import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { Refusal } from '../processes/refusal.ts';
import { workspace } from './settings.ts';

export interface ProgramOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly input?: string;
}

/**
 * Runs a Node program to its end and answers its standard output.
 *
 * @throws Refusal with everything that it printed when it fails, or the signal's reason when it was cut
 */
export async function runNode(args: readonly string[], { environment, signal, input = '' }: ProgramOptions): Promise<string> {
  signal.throwIfAborted();
  // A process group of its own: Ctrl-C reaches the launcher alone, which ends this one through `signal`.
  const child = spawn(process.execPath, args, {
    cwd: workspace,
    env: environment,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    signal,
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  child.stdin.on('error', () => undefined); // it ended without reading
  child.stdin.end(input);
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (code !== 0) throw new Refusal(`${args.join(' ')} ended with code ${code}:\n${stdout}${stderr}`.trimEnd());
  return stdout;
}
