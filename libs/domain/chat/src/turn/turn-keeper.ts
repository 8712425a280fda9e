import type { PinoLogger } from 'nestjs-pino';
import { v7 as uuidv7 } from 'uuid';
import type { DisconnectPolicy } from '@salient/domain/agents';
import type { LiveTurn } from './live-turn.js';
import { TurnInterruption, TurnLost, type TurnOutcome } from './turn-runner.js';
import type { TurnStore } from './turn-store.js';
import type { TurnEnd } from './turn.js';

const CHECKPOINT_MS = 1_000;
/** The lease is renewed at least so often, also when there is no new text. */
const RENEW_MS = 4_000;
/** With the policy `abort`, a turn that nobody has read for so long is stopped. */
const UNREAD_MS_MAX = 10_000;
/** How long an end that cannot be stored is tried again. */
const FINISH_RETRY_MS_MAX = 60_000;

/** Keeps a running turn's row up to date: checkpoints its text, renews its lease, stores its end. */
export class TurnKeeper {
  private readonly timer: NodeJS.Timeout;
  private stored = 0;
  private renewedAt = Date.now();
  private checkpointing: Promise<void> | undefined;

  constructor(
    private readonly turn: LiveTurn,
    private readonly store: TurnStore,
    private readonly workerId: string,
    private readonly logger: PinoLogger,
    private readonly disconnectPolicy: DisconnectPolicy,
  ) {
    this.timer = setInterval(() => this.tick(), CHECKPOINT_MS).unref();
  }

  /** Stores the end, then tells the readers. While the database is away it is tried again for up to a minute. */
  async finish({ end, request }: TurnOutcome): Promise<void> {
    clearInterval(this.timer);
    await this.checkpointing;
    const whole: TurnEnd = { ...end, completedAt: new Date(), llmRequestId: request ? uuidv7() : null };
    const giveUpAt = Date.now() + FINISH_RETRY_MS_MAX;
    for (let delayMs = 100; ; delayMs = Math.min(delayMs * 2, 2_000)) {
      try {
        if (!(await this.store.finish({ ...this.turn.snapshot, end: whole }, this.workerId, request))) throw new TurnLost();
        return this.turn.finish(whole);
      } catch (error) {
        if (error instanceof TurnLost || Date.now() > giveUpAt) throw error;
        this.logger.warn({ err: error, turn_id: this.turn.head.id }, 'The end of a turn could not be stored; trying again');
        await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
    }
  }

  /** The turn cannot be ended by this process: its readers are told that it failed. */
  lose(): void {
    clearInterval(this.timer);
    this.turn.finish({
      status: 'failed',
      finishReason: null,
      failureCode: 'worker_lost',
      model: null,
      usage: null,
      cost: null,
      llmRequestId: null,
      timings: null,
      completedAt: new Date(),
    });
  }

  private tick(): void {
    if (this.disconnectPolicy === 'abort' && this.turn.unreadMs > UNREAD_MS_MAX) this.turn.interrupt(new TurnInterruption('disconnected'));
    const { text } = this.turn;
    if (this.checkpointing || (text.length === this.stored && Date.now() - this.renewedAt < RENEW_MS)) return;
    this.checkpointing = this.checkpoint(text).finally(() => (this.checkpointing = undefined));
  }

  private async checkpoint(text: string): Promise<void> {
    try {
      const kept = await this.store.checkpoint(this.turn.head.id, this.workerId, text);
      if (!kept) return this.turn.interrupt(new TurnLost());
      this.stored = text.length;
      this.renewedAt = Date.now();
    } catch (error) {
      this.logger.warn({ err: error, turn_id: this.turn.head.id }, 'A checkpoint could not be stored');
    }
  }
}
