import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DevJson } from '../dev-json.ts';

const workspace = join(import.meta.dirname, '../../..');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm start` in a process of its own, as a developer runs it. */
export class LaunchedStack {
  readonly ended: Promise<Ended>;
  private readonly dataDirectory: string;
  private readonly child: ChildProcess;
  private stdout = '';
  private stderr = '';

  constructor(
    dataDirectory: string,
    ports: { readonly chat: number; readonly admin: number; readonly ui: number },
    { args = [], more = {} }: { readonly args?: readonly string[]; readonly more?: NodeJS.ProcessEnv } = {},
  ) {
    this.dataDirectory = dataDirectory;
    const { PATH, HOME } = process.env;
    const own = {
      SALIENT_DATA_DIR: dataDirectory,
      CHAT_API_PORT: `${ports.chat}`,
      ADMIN_API_PORT: `${ports.admin}`,
      ADMIN_UI_PORT: `${ports.ui}`,
    };
    const environment = { PATH, HOME, ...own, ...more };
    this.child = spawn('npm', ['start', '--silent', '--', ...args], {
      cwd: workspace,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.ended = once(this.child, 'exit').then(([code]) => ({ code: code as number | null, stdout: this.stdout, stderr: this.stderr }));
  }

  /** Resolves when the stack says that it runs. */
  async running(): Promise<DevJson> {
    const said = new Promise<void>((resolve) => {
      const listen = () => this.stdout.includes('Salient is running') && resolve();
      this.child.stdout?.on('data', listen);
      listen();
    });
    const failed = this.ended.then(({ code, stdout, stderr }) => {
      throw new Error(`The stack ended with code ${code} before it ran.\n${stdout}${stderr}`);
    });
    await Promise.race([said, failed]);
    failed.catch(() => undefined); // it ends one day
    return this.devJson();
  }

  devJson(): DevJson {
    return JSON.parse(readFileSync(join(this.dataDirectory, 'dev.json'), 'utf8')) as DevJson;
  }

  /** Asks npm to stop it, as Ctrl-C does, and answers what came of it. */
  async stop(): Promise<Ended> {
    this.child.kill('SIGINT');
    return this.ended;
  }

  /** Kills the launcher without giving it time for anything. */
  async kill(): Promise<void> {
    const { pid } = JSON.parse(readFileSync(join(this.dataDirectory, 'stack.lock'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGKILL');
    await this.ended;
  }
}
