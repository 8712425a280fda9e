import { newId } from '@salient/platform';
import type { PinoLogger } from 'nestjs-pino';
import type { DisconnectPolicy } from '@salient/domain/agents';
import type { BudgetWarning, Hold } from '@salient/domain/limits';
import { setTimeout as wait } from 'node:timers/promises';
import type { LiveTurn } from './live-turn.js';
import { TurnInterruption, TurnLost, type TurnOutcome } from './turn-runner.js';
import { chargeOf } from './turn-budgets.js';
import { LEASE_SECONDS } from './turn-creation.js';
import type { EndingTurn } from './turn-ending.js';
import type { TurnStore } from './turn-store.js';
import type { Checkpoint, TurnNews } from './running-turns.js';
import { answered } from './answered.js';
import type { TurnEnd } from './turn.js';

/** The lease is renewed at least so often, also when there is no new text. */
const RENEW_MS = 4_000;
/** With the policy `abort`, a turn that nobody has read for so long is stopped. */
const UNREAD_MS_MAX = 10_000;
/** A turn that has begun so lately is not looked at yet. */
const YOUNG_MS_MAX = 250;
/** How long an end that cannot be stored is tried again. */
const FINISH_RETRY_MS_MAX = 60_000;

/** A checkpoint, and how far it comes. */
export interface KeptTurn {
  readonly row: Checkpoint;
  readonly extent: { readonly text: number; readonly sideEvents: number };
}

/**
 * Stands between a running turn and its row: says what is to be written there, heeds what others have left in it, stores its end.
 *
 * A process that stood still for longer than its lease writes nothing more: its turn may be somebody else's.
 */
export class TurnKeeper {
  private stored = { text: 0, sideEvents: 0 };
  private readonly begunAt = performance.now();
  private renewedAt = this.begunAt;
  private awakeAt = this.begunAt;
  private isFinishing = false;

  constructor(
    readonly turn: LiveTurn,
    private readonly store: TurnStore,
    private readonly workerId: string,
    private readonly logger: PinoLogger,
    private readonly disconnectPolicy: DisconnectPolicy,
  ) {}

  /**
   * Stores the end, then tells the readers. While the database is away it is tried again for up to a minute.
   *
   * @param holds what the turn holds and ends with it
   * @returns budgets that are nearly gone now
   * @throws TurnLost when the turn is another's, or the error that kept the end from being stored
   */
  async finish({ end, request }: TurnOutcome, holds: readonly Hold[]): Promise<readonly BudgetWarning[]> {
    this.isFinishing = true;
    const ending: EndingTurn = { ...this.turn.snapshot, end: { ...end, llmRequestId: request ? newId() : null } };
    const charge = holds.length > 0 ? { cost: chargeOf(end, request?.calls ?? 0) } : null;
    const giveUpAt = performance.now() + FINISH_RETRY_MS_MAX;
    for (let delayMs = 100; ; delayMs = Math.min(delayMs * 2, 2_000)) {
      try {
        if (this.hasSlept) throw new TurnLost();
        const finished = await answered(this.store.finish(ending, this.workerId, request, charge));
        if (!finished) throw new TurnLost();
        this.turn.finish({ ...ending.end, completedAt: finished.completedAt });
        return finished.warnings;
      } catch (error) {
        if (error instanceof TurnLost || performance.now() > giveUpAt) throw error;
        this.logger.warn({ err: error, turn_id: this.turn.head.id }, 'The end of a turn could not be stored; trying again');
        await wait(delayMs);
      }
    }
  }

  /**
   * The turn cannot be ended by this process. When another one has taken it over, its readers are sent to what is stored;
   * else they are told that it failed.
   */
  lose(error: unknown): void {
    if (error instanceof TurnLost) this.turn.sendAway('moved');
    else this.turn.finish(lostEnd());
  }

  /** Whether the process stood still, such as one that was stopped and continued, until its lease was over. */
  private get hasSlept(): boolean {
    return performance.now() - this.awakeAt > LEASE_SECONDS * 1_000;
  }

  /** Once a second: the process runs. */
  beat(): void {
    if (this.hasSlept) this.turn.interrupt(new TurnLost());
    else this.awakeAt = performance.now();
  }

  /** A short turn is over before anybody has to look at its row, and one that ends writes what there is of it itself. */
  get isDue(): boolean {
    return !this.isFinishing && !this.hasSlept && performance.now() - this.begunAt >= YOUNG_MS_MAX;
  }

  /** What is to be written now; null when there is nothing new and the lease is good for a while. */
  get checkpoint(): KeptTurn | null {
    const { text, sideEventCount: sideEvents } = this.turn;
    if (text.length !== this.stored.text || sideEvents !== this.stored.sideEvents) {
      const { id, tools, citations } = this.turn.snapshot;
      return { row: { id, text, tools, citations }, extent: { text: text.length, sideEvents } };
    }
    return performance.now() - this.renewedAt >= RENEW_MS ? { row: { id: this.turn.head.id }, extent: this.stored } : null;
  }

  /** The row as it is now; null when the turn is no longer this worker's. */
  heed(news: TurnNews | null, written: KeptTurn | null): void {
    if (this.isFinishing) return; // what it writes last decides
    if (!news) return this.turn.interrupt(new TurnLost());
    if (news.stored && written) {
      this.stored = written.extent;
      this.renewedAt = performance.now();
    }
    if (news.stopRequested) return this.turn.interrupt(new TurnInterruption('stopped'));
    const unreadMs = Math.min(this.turn.unreadMs, news.unreadElsewhereMs ?? Infinity);
    if (this.disconnectPolicy === 'abort' && unreadMs > UNREAD_MS_MAX) this.turn.interrupt(new TurnInterruption('disconnected'));
  }
}

function lostEnd(): TurnEnd {
  return {
    status: 'failed',
    finishReason: null,
    failureCode: 'worker_lost',
    model: null,
    usage: null,
    cost: null,
    llmRequestId: null,
    timings: null,
    completedAt: new Date(),
  };
}
