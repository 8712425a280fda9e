import { Injectable } from '@nestjs/common';
import {
  ControlChannel,
  ControlDatabase,
  Draining,
  IdempotencyMismatch,
  newId,
  notifyProcesses,
  ShutdownState,
  type IdempotencyKey,
} from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import { AgentNotFound } from '@salient/domain/agents';
import { BudgetExceeded, RateLimited, TooManyTurns } from '@salient/domain/limits';
import { PinoLogger } from 'nestjs-pino';
import { MessageNotFound, SessionNotFound, TurnNotFound } from '../chat.errors.js';
import { LiveTurn, TurnElsewhere } from './live-turn.js';
import { readToEnd, type StayingEvent } from './read-to-end.js';
import { TurnCreator, type Repeatable } from './turn-creator.js';
import { TurnFollowers } from './turn-followers.js';
import { TurnKeepers } from './turn-keepers.js';
import type { GivenConversation } from './prompt.js';
import { TurnInterruption, type TurnInput } from './turn-runner.js';
import { TurnBudgets } from './turn-budgets.js';
import type { TurnCaller } from './turn-caller.js';
import { TurnRates, type TakenRates } from './turn-rates.js';
import type { TurnGround } from './turn-ground.js';
import { TurnStore, type AskedMessage, type BeginningTurn, type BegunGround, type NewTurn } from './turn-store.js';
import type { Turn, TurnEnd } from './turn.js';
import { TurnsHere } from './turns-here.js';

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
  /** Whose limits the turn is under. */
  readonly caller: TurnCaller;
  /** Leave to try the agent as it is not published; its turns are marked, and no part of the usage. */
  readonly preview?: string;
}

/** Metadata of a question that a preview was asked. Keys that begin so are nobody else's. */
const PREVIEW_MARK = { 'salient.preview': 'true' };

export interface RegenerateTurn extends Pick<BeginTurn, 'agentSlug' | 'principal' | 'idempotency' | 'watched' | 'caller'> {
  /** An answer, or the message that it answers. */
  readonly messageId: string;
  /** The only session that the caller may reach; null for all. */
  readonly withinSession: string | null;
}

export interface BegunTurn {
  readonly turn: LiveTurn;
  /** An earlier request like this one has begun it. */
  readonly replayed: boolean;
}

/** A turn before it is known what it reserves. */
type UnheldTurn = Omit<NewTurn, 'holds'>;
/** The ground of a turn that may have been created with it. */
type ReadGround = TurnGround & Partial<Pick<BegunGround, 'created'>>;
type RatedGround = ReadGround & { readonly rates: TakenRates };

const STOP_TOPIC = 'stop';

/** Begins, finds and stops turns, wherever they run. */
@Injectable()
export class TurnService {
  constructor(
    private readonly db: TenantDb,
    private readonly control: ControlDatabase,
    private readonly store: TurnStore,
    private readonly creator: TurnCreator,
    private readonly keepers: TurnKeepers,
    private readonly followers: TurnFollowers,
    private readonly rates: TurnRates,
    private readonly budgets: TurnBudgets,
    private readonly here: TurnsHere,
    private readonly shutdown: ShutdownState,
    private readonly logger: PinoLogger,
    channel: ControlChannel,
  ) {
    channel.subscribe(STOP_TOPIC, ({ id, key: tenantId }) => this.here.find(tenantId, id)?.interrupt(new TurnInterruption('stopped')));
    shutdown.signal.addEventListener('abort', () => this.sendReadersAway());
  }

  /**
   * Begins a turn; it is stored when this returns. A repeat of an earlier request finds the turn of that one.
   *
   * @throws AgentNotFound, SessionNotFound, TurnInProgress, IdempotencyMismatch, RateLimited, TooManyTurns, BudgetExceeded, Draining
   */
  async begin(request: BeginTurn): Promise<BegunTurn> {
    return this.unlessRepeated(request, () => this.beginNew(request));
  }

  private async beginNew(request: BeginTurn): Promise<BegunTurn> {
    const { agentSlug, caller, sessionId, preview, metadata } = request;
    const turn: BeginningTurn = {
      ...request,
      metadata: preview === undefined ? metadata : { ...metadata, ...PREVIEW_MARK },
      turnId: newId(),
      userMessageId: newId(),
      sessionId: sessionId ?? newId(),
      opensSession: sessionId === null,
      workerId: this.keepers.workerId,
    };
    const ground = await this.ground(request, (withRecent) => {
      if (preview !== undefined) return this.store.readPreviewedGround(agentSlug, preview, sessionId, withRecent);
      if (this.budgets.limits(caller)) return this.store.readGround(agentSlug, sessionId, withRecent);
      return this.creator.begin(agentSlug, turn, withRecent);
    });
    return this.run({ ...turn, agentId: ground.agent.id, answersAgain: null }, request, ground, request.given);
  }

  /**
   * Answers a message once more; the answer before, and what came after it, is superseded.
   *
   * @throws AgentNotFound, MessageNotFound, TurnInProgress, RateLimited, TooManyTurns, BudgetExceeded, Draining
   */
  async regenerate(request: RegenerateTurn): Promise<BegunTurn> {
    const asked = await this.store.findAsked(request.agentSlug, request.messageId);
    if (!asked || (request.withinSession !== null && request.withinSession !== asked.sessionId)) throw new MessageNotFound();
    const repeatable = { ...request, clientMessageId: null, message: asked.message, sessionId: asked.sessionId };
    return this.unlessRepeated(repeatable, () => this.regenerateNew(request, asked));
  }

  private async regenerateNew(request: RegenerateTurn, asked: AskedMessage): Promise<BegunTurn> {
    const ground = await this.ground(request, (withRecent) => this.store.readGroundBefore(request.agentSlug, asked, withRecent));
    const turn: UnheldTurn = {
      ...request,
      clientMessageId: null,
      metadata: {},
      message: asked.message,
      turnId: newId(),
      userMessageId: asked.id,
      sessionId: asked.sessionId,
      opensSession: false,
      agentId: ground.agent.id,
      workerId: this.keepers.workerId,
      answersAgain: asked.seq,
    };
    return this.run(turn, request, ground);
  }

  /**
   * Looks a turn up to read it: one of this process, a copy of one that runs elsewhere, or what is stored of one.
   *
   * @param withinSession the only session that the caller may reach; null for all
   * @throws TurnNotFound when this agent has none of that id
   */
  async find(agentSlug: string, turnId: string, withinSession: string | null = null): Promise<LiveTurn> {
    const live = this.here.find(this.db.tenant.id, turnId);
    const turn = live?.head.agentSlug === agentSlug && !live.isOver ? live : await this.findStored(agentSlug, turnId);
    if (withinSession !== null && turn.head.sessionId !== withinSession) throw new TurnNotFound();
    return turn;
  }

  /** The whole turn, once it has ended; wherever that happens. */
  async settled(turn: LiveTurn): Promise<Turn & { end: TurnEnd }> {
    for (let reader = turn; ; reader = await this.findAgain(turn)) {
      try {
        return await reader.settled();
      } catch (error) {
        if (!(error instanceof TurnElsewhere)) throw error;
      }
    }
  }

  /**
   * A turn's events to its end, for a reader that cannot be sent away and come back.
   *
   * @throws Draining, TurnNotFound, TenantUnavailable
   */
  readToEnd(turn: LiveTurn, signal: AbortSignal): AsyncGenerator<StayingEvent, undefined> {
    return readToEnd(turn, () => this.findAgain(turn), signal);
  }

  private async findAgain({ head: { agentSlug, id } }: LiveTurn): Promise<LiveTurn> {
    if (this.shutdown.started) throw new Draining();
    return this.find(agentSlug, id);
  }

  /**
   * Asks for the end of a turn, wherever it runs: at once where it runs here or the notification is heard, else when its
   * process next looks at its row.
   *
   * @returns the turn as it is now: with an end, when it had ended before
   */
  async stop(turn: LiveTurn): Promise<Turn> {
    const { id, agentSlug } = turn.head;
    if (turn.snapshot.end) return turn.snapshot;
    const live = this.here.find(this.db.tenant.id, id);
    if (live) live.interrupt(new TurnInterruption('stopped'));
    else if (await this.store.requestStop(id)) await this.notifyStop(id);
    else return (await this.find(agentSlug, id)).snapshot;
    return turn.snapshot;
  }

  private async notifyStop(id: string): Promise<void> {
    await notifyProcesses(this.control, STOP_TOPIC, { id, key: this.db.tenant.id }).catch((error: unknown) => {
      this.logger.warn({ err: error, turn_id: id }, 'A stop could not be notified; it is found in the row');
    });
  }

  /** A repeat takes nothing from any limit, so it is not refused for one that its own first request has used up. */
  private async unlessRepeated(request: Repeatable & { readonly agentSlug: string }, begin: () => Promise<BegunTurn>): Promise<BegunTurn> {
    try {
      return await begin();
    } catch (error) {
      if (!(error instanceof RateLimited || error instanceof TooManyTurns || error instanceof BudgetExceeded)) throw error;
      const earlier = await this.creator.findEarlier(request);
      if (!earlier) throw error;
      if (!earlier.same) throw new IdempotencyMismatch();
      return { turn: await this.find(request.agentSlug, earlier.turnId), replayed: true };
    }
  }

  private async ground(
    { agentSlug, caller }: Pick<BeginTurn, 'agentSlug' | 'caller'>,
    read: (withRecent: boolean) => Promise<ReadGround | null>,
  ): Promise<RatedGround> {
    if (this.shutdown.started) throw new Draining();
    const taken = await this.rates.takeCaller(caller);
    const ground = await read(caller.kind === 'session');
    if (!ground) throw new AgentNotFound(agentSlug);
    if (!ground.sessionFound) throw new SessionNotFound();
    return { ...ground, rates: await this.rates.takeAgent(taken, caller, ground.agent, ground.recent) };
  }

  private async run(
    turn: UnheldTurn,
    request: BeginTurn | RegenerateTurn,
    { agent, history, summary, rates, created: begun }: RatedGround,
    given?: GivenConversation,
  ): Promise<BegunTurn> {
    const input: TurnInput = { agent, conversation: { history, summary: summary?.text ?? null, given }, message: turn.message };
    const created = await this.budgets
      .create(request.caller, input, async (holds) => begun ?? this.creator.create({ ...turn, holds }))
      .catch((error: unknown) => {
        this.rates.giveBack(rates); // what does not begin is no turn
        throw error;
      });
    if (created === null) {
      this.rates.giveBack(rates);
      const sessionId = turn.opensSession ? null : turn.sessionId;
      return { turn: await this.find(request.agentSlug, await this.creator.earlier({ ...turn, sessionId })), replayed: true };
    }
    const { turnId: id, sessionId, userMessageId } = turn;
    const live = new LiveTurn({ id, sessionId, userMessageId, agentSlug: request.agentSlug, createdAt: created.createdAt });
    await this.here.start(live, { ...created, summary, watched: request.watched });
    return { turn: live, replayed: false };
  }

  private async findStored(agentSlug: string, turnId: string): Promise<LiveTurn> {
    const stored = await this.store.find(agentSlug, turnId);
    if (!stored) throw new TurnNotFound();
    return stored.end ? LiveTurn.copyOf(stored) : this.followers.follow(stored);
  }

  private sendReadersAway(): void {
    this.here.sendAway();
    this.followers.sendAway();
  }
}
