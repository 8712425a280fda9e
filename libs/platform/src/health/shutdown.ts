import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PinoLogger } from 'nestjs-pino';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * How far a process is on its way out. It leaves first: readiness falls while everything is still served, so that balancers
 * can turn away. Then it begins to stop: no new work, what runs may finish.
 */
@Injectable()
export class ShutdownState {
  private readonly controller = new AbortController();
  private isLeaving = false;

  get leaving(): boolean {
    return this.isLeaving;
  }

  get started(): boolean {
    return this.controller.signal.aborted;
  }

  /** Aborted when new work is refused. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  leave(): void {
    this.isLeaving = true;
  }

  begin(): void {
    this.leave();
    this.controller.abort();
  }
}

export interface StopTimes {
  /** For how long everything is still served after readiness fell, in milliseconds. */
  readonly shutdownDelayMs: number;
  /** After how long the process is cut, counted from the signal, in milliseconds. */
  readonly shutdownGraceMs: number;
}

/**
 * On SIGTERM or SIGINT: readiness falls, and after the delay running work finishes, connections close, exit 0. A stop that
 * outlasts the grace is cut with exit 1. The second signal does not hurry the first: Kubernetes and terminals send several.
 */
export function stopOnSignals(app: NestFastifyApplication, logger: PinoLogger, times: StopTimes): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), times.shutdownGraceMs).unref();
    const state = app.get(ShutdownState);
    state.leave();
    await wait(times.shutdownDelayMs);
    state.begin();
    await app.close();
    logger.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}
