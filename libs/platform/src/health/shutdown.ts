import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PinoLogger } from 'nestjs-pino';
import { setTimeout as wait } from 'node:timers/promises';

const QUIET_POLL_MS = 20;

/**
 * How far a process is on its way out. It leaves first: readiness falls while everything is still served, so that balancers
 * can turn away. Then it begins to stop: no new work, what runs may finish.
 */
@Injectable()
export class ShutdownState {
  private readonly controller = new AbortController();
  private readonly works: (() => number)[] = [];
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

  /** @param running tells how much runs that a stop has to wait for */
  waitFor(running: () => number): void {
    this.works.push(running);
  }

  leave(): void {
    this.isLeaving = true;
  }

  /** Resolves when nothing runs any more that was to be waited for. */
  async quiet(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.works.some((running) => running() > 0)) await wait(QUIET_POLL_MS);
  }

  begin(): void {
    this.leave();
    this.controller.abort();
  }
}

export interface StopTimes {
  /** For how long at least everything is still served after readiness fell, in milliseconds. */
  readonly shutdownDelayMs: number;
  /** For how long at most new work is taken while other work runs, counted from the signal, in milliseconds. */
  readonly shutdownAcceptMs: number;
  /** After how long the process is cut, counted from the signal, in milliseconds. */
  readonly shutdownGraceMs: number;
}

/**
 * On SIGTERM or SIGINT: readiness falls, running work finishes, connections close, exit 0. A request that still comes on a
 * kept connection is served, as long as the process has to wait anyway and there is time for it. A stop that outlasts the
 * grace is cut with exit 1. The second signal does not hurry the first: Kubernetes and terminals send several.
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
    const accepting = AbortSignal.timeout(times.shutdownAcceptMs);
    await wait(times.shutdownDelayMs);
    await state.quiet(accepting);
    state.begin();
    await app.close();
    logger.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}
