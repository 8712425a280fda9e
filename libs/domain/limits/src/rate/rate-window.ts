import { WINDOW_MS, type RateLedger, type RateRule } from './rate-ledger.js';

/** What is left under a rule, as far as this process knows. */
export interface RateState {
  readonly name: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** One process's part of one key's window. */
export class RateWindow {
  /** Turns that have begun without the ledger's knowledge. */
  private unreported = 0;
  private askedOnce = false;
  private exhausted = false;
  private remainingElsewhere: number;
  private endsAt = performance.now() + WINDOW_MS;
  private waiting = 0;
  private asking: Promise<void> | undefined;

  /** @param permits turns that may begin without asking the ledger */
  constructor(
    readonly rule: RateRule,
    private permits: number,
  ) {
    this.remainingElsewhere = rule.turnsPerMinute - permits;
  }

  get isOver(): boolean {
    return performance.now() >= this.endsAt;
  }

  get state(): RateState {
    const { name, turnsPerMinute: limit } = this.rule;
    const resetSeconds = Math.max(1, Math.ceil((this.endsAt - performance.now()) / 1_000));
    return { name, limit, remaining: this.permits + this.remainingElsewhere, resetSeconds };
  }

  /** False when the limit is reached. */
  async take(ledger: RateLedger, onAway: (error: unknown) => void): Promise<boolean> {
    this.waiting += 1;
    try {
      while (this.permits === 0 && !this.exhausted) await (this.asking ??= this.ask(ledger, onAway));
    } finally {
      this.waiting -= 1;
    }
    if (this.permits === 0) return false;
    this.permits -= 1;
    if (!this.askedOnce) this.unreported += 1;
    return true;
  }

  giveBack(): void {
    this.permits += 1;
    if (!this.askedOnce) this.unreported -= 1;
  }

  private async ask(ledger: RateLedger, onAway: (error: unknown) => void): Promise<void> {
    try {
      const { granted, remaining, endsInMs } = await ledger.lease(this.rule, this.unreported, this.waiting);
      this.permits += granted;
      this.exhausted = granted === 0;
      this.remainingElsewhere = remaining;
      this.endsAt = performance.now() + endsInMs;
    } catch (error) {
      onAway(error);
      // As though this process were alone: the limit may then be reached once in each process.
      this.permits += this.remainingElsewhere;
      this.exhausted = this.remainingElsewhere === 0;
      this.remainingElsewhere = 0;
    } finally {
      this.unreported = 0;
      this.askedOnce = true;
      this.asking = undefined;
    }
  }
}
