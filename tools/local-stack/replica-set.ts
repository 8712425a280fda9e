import { setTimeout as wait } from 'node:timers/promises';
import type { Service } from './service.ts';

const RESTART_PAUSE_MS = 500;

/** Several processes of one app, each on a port of its own. One that ends is started again, as a cluster would. */
export class ReplicaSet {
  private readonly stopping = new AbortController();
  private readonly replicas: Service[];
  private readonly start: (port: number) => Service;
  private readonly onRestart: (service: Service, how: string) => void;

  constructor(ports: readonly number[], start: (port: number) => Service, onRestart: (service: Service, how: string) => void) {
    this.start = start;
    this.onRestart = onRestart;
    this.replicas = ports.map((port) => start(port));
    for (const [index, port] of ports.entries()) void this.keepRunning(index, port);
  }

  get services(): readonly Service[] {
    return this.replicas;
  }

  async stop(force: AbortSignal): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.replicas.map((service) => service.stop(force)));
  }

  private async keepRunning(index: number, port: number): Promise<void> {
    for (;;) {
      const how = await this.replicas[index]!.ended;
      await wait(RESTART_PAUSE_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.stopping.signal.aborted) return;
      const service = this.start(port);
      this.replicas[index] = service;
      this.onRestart(service, how);
    }
  }
}
