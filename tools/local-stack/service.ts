import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../processes/refusal.ts';
import { workspace } from './settings.ts';

const READY_WITHIN_MS = 30_000;
const POLL_MS = 50;
const STOP_WITHIN_MS = 20_000;

/** One app of the stack, running as a process. Its log goes to our standard output as it is. */
export class Service {
  readonly app: string;
  readonly url: string;
  /** Settled when the process has ended; says how. */
  readonly ended: Promise<string>;
  private readonly child: ChildProcess;

  constructor(app: string, port: number, environment: NodeJS.ProcessEnv) {
    this.app = app;
    this.url = `http://127.0.0.1:${port}`;
    this.child = spawn(process.execPath, ['--enable-source-maps', `${workspace}dist/apps/${app}/main.js`], {
      cwd: workspace,
      env: { ...environment, HOST: '127.0.0.1', PORT: String(port) },
      detached: true, // Ctrl-C in the terminal must not reach it: the launcher says when it is its turn
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.ended = new Promise((resolve) => {
      this.child.once('error', (error) => resolve(`could not start: ${error.message}`));
      this.child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`));
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** @throws Refusal when it ends or is not ready in time */
  async ready(signal: AbortSignal): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await this.answersReady())) {
      signal.throwIfAborted();
      if (!this.isRunning) throw new Refusal(`${this.app} ${await this.ended} while it was starting.`);
      if (Date.now() > deadline) throw new Refusal(`${this.app} was not ready after ${READY_WITHIN_MS / 1_000} s.`);
      await wait(POLL_MS);
    }
  }

  /** Ends it: SIGTERM, so that running turns can finish, and SIGKILL when that takes too long or `force` says so. */
  async stop(force: AbortSignal): Promise<void> {
    const kill = () => this.kill('SIGKILL');
    const timer = setTimeout(kill, STOP_WITHIN_MS);
    force.addEventListener('abort', kill);
    this.kill(force.aborted ? 'SIGKILL' : 'SIGTERM');
    await this.ended;
    clearTimeout(timer);
    force.removeEventListener('abort', kill);
  }

  /** Whether it says that it can serve. */
  async answersReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    return answer?.ok ?? false;
  }

  private get isRunning(): boolean {
    return this.child.pid !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  private kill(signal: NodeJS.Signals): void {
    if (this.isRunning) this.child.kill(signal);
  }
}
