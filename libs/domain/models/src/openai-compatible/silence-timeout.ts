import { ProviderTimedOut } from '../model.errors.js';

/** Aborts a call when nothing of its answer has come for too long, whatever else keeps the connection busy. */
export class SilenceTimeout {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout;
  private waitingMs: number;

  constructor(firstMs: number) {
    this.waitingMs = firstMs;
    this.timer = this.arm(firstMs);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** A piece has come: the next one may take `ms`. */
  restart(ms: number): void {
    if (ms === this.waitingMs) return void this.timer.refresh();
    clearTimeout(this.timer);
    this.waitingMs = ms;
    this.timer = this.arm(ms);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private arm(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.controller.abort(new ProviderTimedOut(new Error(`nothing of the answer came for ${ms} ms`))), ms).unref();
  }
}
