import type { PinoLogger } from 'nestjs-pino';
import { v7 as uuidv7 } from 'uuid';
import type { DisconnectPolicy } from '@salient/domain/agents';
import type { BudgetWarning, Hold } from '@salient/domain/limits';
import { setTimeout as wait } from 'node:timers/promises';
import type { LiveTurn } from './live-turn.js';
import { TurnInterruption, TurnLost, type TurnOutcome } from './turn-runner.js';
import { chargeOf } from './turn-budgets.js';
import { LEASE_SECONDS } from './turn-creation.js';
import type { EndingTurn, TurnNews, TurnStore } from './turn-store.js';
import type { TurnEnd } from './turn.js';

const CHECKPOINT_MS = 1_000;
/** The lease is renewed at least so often, also when there is no new text. */
const RENEW_MS = 4_000;
/** With the policy `abort`, a turn that nobody has read for so long is stopped. */
const UNREAD_MS_MAX = 10_000;
/** How long an end that cannot be stored is tried again. */
const FINISH_RETRY_MS_MAX = 60_000;
/** A statement that is not answered for so long is taken for lost. */
const STATEMENT_MS_MAX = 10_000;

/**
 * Keeps a running turn's row up to date: checkpoints its text, renews its lease, stores its end. On the way it reads back
 * what others have left in the row: a stop whose notification was lost, readers in other processes.
 *
 * A process that stood still for longer than its lease writes nothing more: its turn may be somebody else's.
 */
export class TurnKeeper {
  private readonly timer: NodeJS.Timeout;
  private stored = { text: 0, sideEvents: 0 };
  private renewedAt = performance.now();
  private awakeAt = performance.now();
  private isFinishing = false;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly turn: LiveTurn,
    private readonly store: TurnStore,
    private readonly workerId: string,
    private readonly logger: PinoLogger,
    private readonly disconnectPolicy: DisconnectPolicy,
  ) {
    this.timer = setInterval(() => this.tick(), CHECKPOINT_MS).unref();
  }

  /**
   * Stores the end, then tells the readers. While the database is away it is tried again for up to a minute.
   *
   * @param holds what the turn holds and ends with it
   * @returns budgets that are nearly gone now
   * @throws TurnLost when the turn is another's, or the error that kept the end from being stored
   */
  async finish({ end, request }: TurnOutcome, holds: readonly Hold[]): Promise<readonly BudgetWarning[]> {
    this.isFinishing = true;
    await this.looking;
    const ending: EndingTurn = { ...this.turn.snapshot, end: { ...end, llmRequestId: request ? uuidv7() : null } };
    const charge = holds.length > 0 ? { cost: chargeOf(end, request?.calls ?? 0) } : null;
    const giveUpAt = performance.now() + FINISH_RETRY_MS_MAX;
    for (let delayMs = 100; ; delayMs = Math.min(delayMs * 2, 2_000)) {
      try {
        if (this.hasSlept) throw new TurnLost();
        const finished = await answered(this.store.finish(ending, this.workerId, request, charge));
        if (!finished) throw new TurnLost();
        clearInterval(this.timer);
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
    clearInterval(this.timer);
    if (error instanceof TurnLost) this.turn.sendAway('moved');
    else this.turn.finish(lostEnd());
  }

  /** Whether the process stood still, such as one that was stopped and continued, until its lease was over. */
  private get hasSlept(): boolean {
    return performance.now() - this.awakeAt > LEASE_SECONDS * 1_000;
  }

  private tick(): void {
    if (this.hasSlept) return this.turn.interrupt(new TurnLost());
    this.awakeAt = performance.now();
    if (this.looking || this.isFinishing) return;
    const { text, sideEventCount } = this.turn;
    const changed = text.length !== this.stored.text || sideEventCount !== this.stored.sideEvents;
    const checkpoint = changed || performance.now() - this.renewedAt >= RENEW_MS;
    this.looking = (checkpoint ? this.checkpoint() : this.look()).finally(() => (this.looking = undefined));
  }

  private async checkpoint(): Promise<void> {
    const { id, text, tools, citations } = this.turn.snapshot;
    const sideEvents = this.turn.sideEventCount;
    try {
      this.heed(await answered(this.store.checkpoint({ id, text, tools, citations }, this.workerId)));
      this.stored = { text: text.length, sideEvents };
      this.renewedAt = performance.now();
    } catch (error) {
      this.logger.warn({ err: error, turn_id: id }, 'A checkpoint could not be stored');
    }
  }

  private async look(): Promise<void> {
    const { id } = this.turn.head;
    try {
      this.heed(await answered(this.store.look(id, this.workerId)));
    } catch (error) {
      this.logger.warn({ err: error, turn_id: id }, 'A running turn could not be looked at');
    }
  }

  private heed(news: TurnNews | null): void {
    if (!news) return this.turn.interrupt(new TurnLost());
    if (news.stopRequested) return this.turn.interrupt(new TurnInterruption('stopped'));
    const unreadMs = Math.min(this.turn.unreadMs, news.unreadElsewhereMs ?? Infinity);
    if (this.disconnectPolicy === 'abort' && unreadMs > UNREAD_MS_MAX) this.turn.interrupt(new TurnInterruption('disconnected'));
  }
}

/** What the statement answers, unless its database has fallen silent. */
async function answered<Result>(statement: Promise<Result>): Promise<Result> {
  const timer = new AbortController();
  const silence = wait(STATEMENT_MS_MAX, undefined, { signal: timer.signal, ref: false }).then(() => {
    throw new Error('The database did not answer in time.');
  });
  silence.catch(() => undefined); // the answer came first
  statement.catch(() => undefined); // or it comes too late
  try {
    return await Promise.race([statement, silence]);
  } finally {
    timer.abort();
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
