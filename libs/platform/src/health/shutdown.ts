import { Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { PinoLogger } from 'nestjs-pino';

/** Whether the process has been told to stop. Readiness falls first; what runs may finish. */
@Injectable()
export class ShutdownState {
  private readonly controller = new AbortController();

  get started(): boolean {
    return this.controller.signal.aborted;
  }

  /** Aborted when the stop begins. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  begin(): void {
    this.controller.abort();
  }
}

/**
 * On SIGTERM or SIGINT: readiness falls, running work finishes, connections close, exit 0. A stop that outlasts the grace
 * is cut with exit 1. The second signal does not hurry the first: Kubernetes and terminals send several.
 */
export function stopOnSignals(app: NestFastifyApplication, logger: PinoLogger, graceMs: number): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), graceMs).unref();
    app.get(ShutdownState).begin();
    await app.close();
    logger.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
}
