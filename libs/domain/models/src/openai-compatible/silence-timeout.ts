import { ProviderTimedOut } from '../model.errors.js';

/**
 * Aborts a call when its caller does, or when nothing of its answer has come for too long, whatever else keeps the connection
 * busy. `AbortSignal.any` would do the first, at several times the cost.
 */
export class SilenceTimeout {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout;
  private waitingMs: number;

  constructor(
    firstMs: number,
    private readonly caller: AbortSignal,
  ) {
    this.waitingMs = firstMs;
    this.timer = this.arm(firstMs);
    if (caller.aborted) this.follow();
    else caller.addEventListener('abort', this.follow, { once: true });
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
    this.caller.removeEventListener('abort', this.follow);
  }

  private readonly follow = () => this.controller.abort(this.caller.reason);

  private arm(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.controller.abort(new ProviderTimedOut(new Error(`nothing of the answer came for ${ms} ms`))), ms).unref();
  }
}
