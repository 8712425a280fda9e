import { freePort } from '@salient/platform/testing';
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Inspector } from './inspector.js';

const READY_MS_MAX = 60_000;
const INSPECTOR_URL = /ws:\/\/127\.0\.0\.1:\d+\/[0-9a-f-]+/;

/** A server under measurement. */
export class ServerProcess {
  private stderr = '';
  private inspector: Promise<Inspector> | undefined;

  private constructor(
    readonly name: string,
    readonly port: number,
    private readonly child: ChildProcess,
  ) {
    child.stderr?.on('data', (data: Buffer) => {
      this.stderr += data.toString();
      if (!/Debugger|inspector/.test(data.toString())) process.stderr.write(data);
    });
  }

  /**
   * Resolves when it serves. Its log goes to a file, as a container's does.
   *
   * @param args a script of Node and its arguments; it listens where `PORT` says
   */
  static async start(name: string, args: readonly string[], environment: NodeJS.ProcessEnv, folder: string): Promise<ServerProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, ['--inspect-port=0', ...args], {
      stdio: ['ignore', openSync(join(folder, `${name}.log`), 'w'), 'pipe'],
      env: { PATH: process.env['PATH'], ...environment, PORT: String(port), HOST: '127.0.0.1' },
    });
    const server = new ServerProcess(name, port, child);
    await server.ready();
    return server;
  }

  get pid(): number {
    return this.child.pid!;
  }

  inspect(): Promise<Inspector> {
    return (this.inspector ??= this.openInspector());
  }

  async stop(): Promise<void> {
    (await this.inspector)?.close();
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  private async ready(): Promise<void> {
    const deadline = performance.now() + READY_MS_MAX;
    while (performance.now() < deadline) {
      if (this.child.exitCode !== null) throw new Error(`${this.name} ended: ${this.stderr}`);
      const answer = await fetch(`http://127.0.0.1:${this.port}/health/ready`).catch(() => null);
      if (answer?.ok) return;
      await wait(50);
    }
    throw new Error(`${this.name} is not ready.`);
  }

  private async openInspector(): Promise<Inspector> {
    this.child.kill('SIGUSR1');
    while (!INSPECTOR_URL.test(this.stderr)) await wait(20);
    return Inspector.connect(INSPECTOR_URL.exec(this.stderr)![0]);
  }
}

/** A part of the benchmark itself that runs apart, answers each message with one, and ends with the benchmark. */
export class HelperProcess<Message extends object, Answer> {
  private readonly child: ChildProcess;
  private waiting: PromiseWithResolvers<Answer> = Promise.withResolvers();

  constructor(part: string) {
    this.child = fork(process.argv[1]!, [part]);
    this.child.on('message', (answer) => this.waiting.resolve(answer as Answer));
    this.child.on('exit', () => this.waiting.reject(new Error(`The ${part} has ended.`)));
    this.waiting.promise.catch(() => undefined); // nobody may be waiting when it ends
  }

  /** What it says when it is ready. */
  get greeting(): Promise<Answer> {
    return this.waiting.promise;
  }

  ask(message: Message): Promise<Answer> {
    this.waiting = Promise.withResolvers();
    this.waiting.promise.catch(() => undefined);
    this.child.send(message);
    return this.waiting.promise;
  }

  tell(message: Message): void {
    this.child.send(message);
  }

  stop(): void {
    if (this.child.connected) this.child.disconnect();
  }
}
