import { ProviderTimedOut } from '../model.errors.js';

/**
 * Ends a call when its caller does, or when nothing of its answer has come for too long, whatever else keeps the connection
 * busy. An AbortController of its own would do that too, at several times the cost.
 */
export class SilenceTimeout {
  private timer: NodeJS.Timeout;
  private waitingMs: number;
  private end: (reason: unknown) => void = () => undefined;
  /** Why the call was ended; null while it may go on. */
  private over: { readonly reason: unknown } | null = null;

  constructor(
    firstMs: number,
    private readonly caller: AbortSignal,
  ) {
    this.waitingMs = firstMs;
    this.timer = this.arm(firstMs);
    if (caller.aborted) this.follow();
    else caller.addEventListener('abort', this.follow, { once: true });
  }

  /**
   * From now on `end` is told, in place of whoever was before.
   *
   * @throws the reason, when it is over already
   */
  tell(end: (reason: unknown) => void): void {
    if (this.over) throw this.over.reason;
    this.end = end;
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

  private readonly follow = () => this.finish(this.caller.reason);

  private finish(reason: unknown): void {
    this.over ??= { reason };
    this.end(this.over.reason);
  }

  private arm(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.finish(new ProviderTimedOut(new Error(`nothing of the answer came for ${ms} ms`))), ms).unref();
  }
}
