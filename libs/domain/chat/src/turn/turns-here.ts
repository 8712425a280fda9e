import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Spending, type BudgetWarning } from '@salient/domain/limits';
import { Metrics, ShutdownState } from '@salient/platform';
import { runAsTenant, TenantDb, TenantGate, Tenants } from '@salient/tenancy';
import { PinoLogger } from 'nestjs-pino';
import { ConversationSummaries } from './conversation-summaries.js';
import type { LiveTurn } from './live-turn.js';
import type { BudgetedTurn } from './turn-budgets.js';
import type { TurnGround } from './turn-ground.js';
import type { TurnKeeper } from './turn-keeper.js';
import { TurnKeepers } from './turn-keepers.js';
import { TurnInterruption, TurnLost, TurnRunner } from './turn-runner.js';

/** A turn that has begun, with what it takes to bring it to its end. */
export type RunningTurn = BudgetedTurn & Pick<TurnGround, 'summary'> & { readonly watched: boolean };

/** The turns that this process runs, each from its beginning to its stored end. They outlive the requests that began them. */
@Injectable()
export class TurnsHere implements BeforeApplicationShutdown {
  private readonly live = new Map<string, LiveTurn>();
  private readonly running = new Set<Promise<void>>();
  private readonly ended: ReturnType<Metrics['counter']>;

  constructor(
    private readonly db: TenantDb,
    private readonly tenants: Tenants,
    private readonly keepers: TurnKeepers,
    private readonly runner: TurnRunner,
    private readonly summaries: ConversationSummaries,
    private readonly spending: Spending,
    private readonly shutdown: ShutdownState,
    private readonly logger: PinoLogger,
    metrics: Metrics,
    gate: TenantGate,
  ) {
    gate.onClosing((tenantId) => this.interruptAll(tenantId));
    shutdown.waitFor(() => this.running.size);
    metrics.gauge('salient_turns_running', 'Turns that run in this process now.', () => this.running.size);
    this.ended = metrics.counter('salient_turns_total', 'Turns that ended in this process.', ['status']);
  }

  /** A turn that has not come to its stored end. Ids are unique, yet a turn is only ever found inside its own tenant. */
  find(tenantId: string, turnId: string): LiveTurn | undefined {
    return this.live.get(keyOf(tenantId, turnId));
  }

  /** Lets the turn run on, with a lease of its own, when the request that began it has been answered or is gone. */
  async start(turn: LiveTurn, begun: RunningTurn): Promise<void> {
    const lease = await this.tenants.lend(this.db.tenant, `turn ${turn.head.id}`);
    const key = keyOf(this.db.tenant.id, turn.head.id);
    this.live.set(key, turn);
    const work = runAsTenant(lease, async () => {
      const policy = begun.watched ? begun.input.agent.disconnectPolicy : 'continue';
      const running = this.keepers.keep(lease, turn, policy, (keeper) => this.runToEnd(turn, keeper, begun));
      const ended = await running.finally(() => this.live.delete(key));
      if (ended) await this.summarise(turn, begun);
    }).finally(() => {
      lease.release();
      this.running.delete(work);
    });
    this.running.add(work);
  }

  /** The process stops: its readers find the turns elsewhere. */
  sendAway(): void {
    for (const turn of this.live.values()) turn.sendAway('drain');
  }

  /** Waits until every turn has ended: they may finish while the process stops. */
  async beforeApplicationShutdown(): Promise<void> {
    this.shutdown.begin();
    while (this.running.size > 0) await Promise.all(this.running);
  }

  /** The account goes out of service: its turns end now, while what they have said can still be stored. */
  private interruptAll(tenantId: string): void {
    for (const [key, turn] of this.live) if (key.startsWith(keyOf(tenantId, ''))) turn.interrupt(new TurnInterruption('suspended'));
  }

  /** Answers whether the end is stored. */
  private async runToEnd(turn: LiveTurn, keeper: TurnKeeper, { input, holds }: RunningTurn): Promise<boolean> {
    try {
      const outcome = await this.runner.run(turn, input);
      const warnings = await keeper.finish(outcome, holds);
      this.ended.inc({ status: outcome.end.status });
      if (warnings.length > 0) await this.warn(warnings);
      return true;
    } catch (error) {
      if (!(error instanceof TurnLost)) this.logger.error({ err: error, turn_id: turn.head.id }, 'The end of a turn could not be stored');
      keeper.lose(error);
      this.ended.inc({ status: 'lost' });
      return false;
    }
  }

  private async summarise({ head: { id: turnId, sessionId }, snapshot }: LiveTurn, { input, summary, holds }: RunningTurn): Promise<void> {
    if (snapshot.end?.status === 'failed') return;
    await this.summaries.keepUp({ turnId, sessionId, input, summary, holds, answer: snapshot.text }, this.shutdown.signal);
  }

  private async warn(warnings: readonly BudgetWarning[]): Promise<void> {
    await this.spending.warn(warnings).catch((error: unknown) => this.logger.error({ err: error }, 'A budget warning could not be stored'));
  }
}

function keyOf(tenantId: string, turnId: string): string {
  return `${tenantId}/${turnId}`;
}
