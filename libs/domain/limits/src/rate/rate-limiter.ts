import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { PinoLogger } from 'nestjs-pino';
import { RateLimited } from '../limits.errors.js';
import { RATE_LEDGER, type RateLedger, type RateRule } from './rate-ledger.js';
import { RateWindow, type RateState } from './rate-window.js';

const KEYS_MAX = 50_000;

/**
 * Limits how many turns a minute may begin, over all processes together. Each process begins a few turns of a key without
 * asking anyone, then takes blocks from the ledger. While the ledger is away each process holds the limit by itself.
 */
@Injectable()
export class RateLimiter {
  private readonly windows = new LRUCache<string, RateWindow>({ max: KEYS_MAX });

  constructor(
    @Inject(RATE_LEDGER) private readonly ledger: RateLedger,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * Takes one turn under each rule, or under none of them.
   *
   * @returns what is left under each
   * @throws RateLimited
   */
  async take(rules: readonly RateRule[]): Promise<RateState[]> {
    const taken: RateWindow[] = [];
    for (const rule of rules) {
      const window = this.windowOf(rule);
      if (!(await window.take(this.ledger, (error) => this.noteAway(error)))) {
        for (const other of taken) other.giveBack();
        throw new RateLimited([...taken, window].map((each) => each.state));
      }
      taken.push(window);
    }
    return taken.map((window) => window.state);
  }

  /** A turn that was taken did not begin. */
  giveBack(rules: readonly RateRule[]): void {
    for (const rule of rules) this.windows.get(rule.key)?.giveBack();
  }

  private windowOf(rule: RateRule): RateWindow {
    const known = this.windows.get(rule.key);
    if (known && !known.isOver && known.rule.turnsPerMinute === rule.turnsPerMinute) return known;
    const window = new RateWindow(rule, this.ledger.unasked(rule.turnsPerMinute));
    this.windows.set(rule.key, window);
    return window;
  }

  private noteAway(error: unknown): void {
    this.logger.warn({ err: error }, 'Rates cannot be counted together; this process limits by itself for a while');
  }
}
