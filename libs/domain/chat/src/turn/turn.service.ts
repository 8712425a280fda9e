import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Draining, IdempotencyInProgress, IdempotencyMismatch, Metrics, ShutdownState, type IdempotencyKey } from '@salient/platform';
import { runAsTenant, TenantDb, TenantGate, Tenants } from '@salient/tenancy';
import { AgentNotFound } from '@salient/domain/agents';
import { PinoLogger } from 'nestjs-pino';
import { v7 as uuidv7 } from 'uuid';
import { SessionNotFound, TurnInProgress, TurnNotFound } from '../chat.errors.js';
import { LiveTurn } from './live-turn.js';
import type { GivenConversation } from './prompt.js';
import { TurnInterruption, TurnLost, TurnRunner, type TurnInput } from './turn-runner.js';
import { TurnStore, type NewTurn } from './turn-store.js';
import { TurnKeeper } from './turn-keeper.js';
import type { Turn, TurnEnd } from './turn.js';

export interface BeginTurn {
  readonly agentSlug: string;
  readonly message: string;
  /** Null begins a session. */
  readonly sessionId: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  /** Who asks, for telling repeats of one caller from another's: opaque. */
  readonly principal: string;
  readonly clientMessageId: string | null;
  readonly idempotency: IdempotencyKey | null;
  /** The caller reads along. Only such a turn can be ended for want of a reader. */
  readonly watched: boolean;
  /** The conversation that the caller brings along, in place of the one that the session has stored. */
  readonly given?: GivenConversation;
}

/** A turn of this process, or what is stored of one. */
export type FoundTurn = { readonly live: LiveTurn } | { readonly stored: Turn & { readonly end: TurnEnd } };
export type BegunTurn = FoundTurn & { readonly replayed: boolean };

const UNIQUE_VIOLATION = '23505';

/** Begins, follows and ends turns. A turn outlives the request that began it. */
@Injectable()
export class TurnService implements BeforeApplicationShutdown {
  private readonly workerId = uuidv7();
  private readonly live = new Map<string, LiveTurn>();
  private readonly running = new Set<Promise<void>>();
  private readonly ended: ReturnType<Metrics['counter']>;

  constructor(
    private readonly db: TenantDb,
    private readonly tenants: Tenants,
    private readonly store: TurnStore,
    private readonly runner: TurnRunner,
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

  /**
   * Begins a turn; it is stored when this returns. A repeat of an earlier request finds the turn of that one.
   *
   * @throws AgentNotFound, SessionNotFound, TurnInProgress, IdempotencyMismatch, Draining
   */
  async begin(request: BeginTurn): Promise<BegunTurn> {
    if (this.shutdown.started) throw new Draining();
    const ground = await this.store.readGround(request.agentSlug, request.sessionId);
    if (!ground) throw new AgentNotFound(request.agentSlug);
    if (!ground.sessionFound) throw new SessionNotFound();
    const turn: NewTurn = {
      ...request,
      turnId: uuidv7(),
      userMessageId: uuidv7(),
      sessionId: request.sessionId ?? uuidv7(),
      opensSession: request.sessionId === null,
      agentId: ground.agent.id,
      workerId: this.workerId,
    };
    const createdAt = await this.create(turn);
    if (createdAt === null) return this.repeat(request);
    const live = new LiveTurn({
      id: turn.turnId,
      sessionId: turn.sessionId,
      userMessageId: turn.userMessageId,
      agentSlug: request.agentSlug,
      createdAt,
    });
    await this.start(
      live,
      { agent: ground.agent, history: ground.history, message: request.message, given: request.given },
      request.watched,
    );
    return { live, replayed: false };
  }

  /**
   * Looks a turn up to read it.
   *
   * @throws TurnNotFound when this agent has none of that id
   */
  async find(agentSlug: string, turnId: string): Promise<FoundTurn> {
    const live = this.live.get(this.liveKey(turnId));
    if (live?.head.agentSlug === agentSlug) return { live };
    const stored = await this.store.find(agentSlug, turnId);
    if (!stored) throw new TurnNotFound();
    if (!stored.end) throw new TurnInProgress();
    return { stored: { ...stored, end: stored.end } };
  }

  /** Waits until every turn of this process has ended: they may finish while the process stops. */
  async beforeApplicationShutdown(): Promise<void> {
    this.shutdown.begin();
    while (this.running.size > 0) await Promise.all(this.running);
  }

  /** The account goes out of service: its turns end now, while what they have said can still be stored. */
  private interruptAll(tenantId: string): void {
    for (const [key, turn] of this.live) if (key.startsWith(`${tenantId}/`)) turn.interrupt(new TurnInterruption('suspended'));
  }

  /** Null when a unique index says that this is a repeat. */
  private async create(turn: NewTurn): Promise<Date | null> {
    try {
      return await this.store.create(turn);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    if (await this.isRepeat(turn)) return null;
    // The index may be held by a turn whose worker is gone, or by a key past its time: make way, and try once more.
    await this.store.reapExpired(turn.sessionId);
    if (turn.idempotency) await this.store.dropExpiredKeys(turn.principal);
    try {
      return await this.store.create(turn);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      if (await this.isRepeat(turn)) return null;
      throw new TurnInProgress();
    }
  }

  private async isRepeat(turn: Pick<NewTurn, 'principal' | 'idempotency' | 'clientMessageId' | 'message' | 'sessionId'>): Promise<boolean> {
    return (await this.findEarlier({ ...turn, sessionId: null })) !== null;
  }

  private async findEarlier({
    principal,
    idempotency,
    clientMessageId,
    message,
    sessionId,
  }: Pick<BeginTurn, 'principal' | 'idempotency' | 'clientMessageId' | 'message' | 'sessionId'>) {
    const byKey = idempotency && (await this.store.findByKey(principal, idempotency));
    if (byKey) return byKey;
    return clientMessageId === null ? null : this.store.findByClientMessage(principal, clientMessageId, message, sessionId);
  }

  private async repeat(request: BeginTurn): Promise<BegunTurn> {
    const earlier = await this.findEarlier(request);
    if (!earlier) throw new IdempotencyInProgress();
    if (!earlier.same) throw new IdempotencyMismatch();
    return { ...(await this.find(request.agentSlug, earlier.turnId)), replayed: true };
  }

  /** Lets the turn run on, with a lease of its own, when the request that began it has been answered or is gone. */
  private async start(turn: LiveTurn, input: TurnInput, watched: boolean): Promise<void> {
    const lease = await this.tenants.lend(this.db.tenant);
    const key = this.liveKey(turn.head.id);
    this.live.set(key, turn);
    const work = runAsTenant(lease, () => this.runToEnd(turn, input, watched)).finally(() => {
      lease.release();
      this.live.delete(key);
      this.running.delete(work);
    });
    this.running.add(work);
  }

  private async runToEnd(turn: LiveTurn, input: TurnInput, watched: boolean): Promise<void> {
    const keeper = new TurnKeeper(turn, this.store, this.workerId, this.logger, watched ? input.agent.disconnectPolicy : 'continue');
    try {
      const outcome = await this.runner.run(turn, input);
      await keeper.finish(outcome);
      this.ended.inc({ status: outcome.end.status });
    } catch (error) {
      if (!(error instanceof TurnLost)) this.logger.error({ err: error, turn_id: turn.head.id }, 'The end of a turn could not be stored');
      keeper.lose();
      this.ended.inc({ status: 'lost' });
    }
  }

  /** Ids are unique, yet a turn is only ever found inside its own tenant. */
  private liveKey(turnId: string): string {
    return `${this.db.tenant.id}/${turnId}`;
  }
}

function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === UNIQUE_VIOLATION;
}
