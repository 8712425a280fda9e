import { Injectable } from '@nestjs/common';
import { IdempotencyInProgress, IdempotencyMismatch, type IdempotencyKey } from '@salient/platform';
import { TurnInProgress } from '../chat.errors.js';
import { TurnStore, type BeginningTurn, type BegunGround, type CreatedTurn, type NewTurn } from './turn-store.js';

/** What tells a request from a repeat of it. */
export interface Repeatable {
  /** Who asks: opaque; keys and client message ids are each principal's own. */
  readonly principal: string;
  readonly clientMessageId: string | null;
  readonly idempotency: IdempotencyKey | null;
  readonly message: string;
  readonly sessionId: string | null;
}

const UNIQUE_VIOLATION = '23505';

/** Stores new turns, each once: unique indexes say what is a repeat, and which session is still answering. */
@Injectable()
export class TurnCreator {
  constructor(private readonly store: TurnStore) {}

  /**
   * Reads the ground of a turn and, where that limits nothing, creates it at once: `created` tells. What stands in its way is
   * left to `create`, which can tell what that is.
   *
   * @returns null when there is no such agent
   */
  async begin(agentSlug: string, turn: BeginningTurn, withRecent: boolean): Promise<BegunGround | null> {
    try {
      return await this.store.begin(agentSlug, turn, withRecent);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
    const ground = await this.store.readGround(agentSlug, turn.opensSession ? null : turn.sessionId, withRecent);
    return ground && { ...ground, created: null };
  }

  /**
   * @returns null when it is a repeat
   * @throws TurnInProgress
   */
  async create(turn: NewTurn): Promise<CreatedTurn | null> {
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

  /**
   * The turn that an earlier request like this one began.
   *
   * @throws IdempotencyMismatch when that asked for something else, IdempotencyInProgress when it is not there yet
   */
  async earlier(request: Repeatable): Promise<string> {
    const earlier = await this.findEarlier(request);
    if (!earlier) throw new IdempotencyInProgress();
    if (!earlier.same) throw new IdempotencyMismatch();
    return earlier.turnId;
  }

  private async isRepeat(turn: NewTurn): Promise<boolean> {
    return (await this.findEarlier({ ...turn, sessionId: null })) !== null;
  }

  /** The turn that an earlier request like this one began; null when there is none. */
  async findEarlier({ principal, idempotency, clientMessageId, message, sessionId }: Repeatable) {
    const byKey = idempotency && (await this.store.findByKey(principal, idempotency));
    if (byKey) return byKey;
    return clientMessageId === null ? null : this.store.findByClientMessage(principal, clientMessageId, message, sessionId);
  }
}

function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === UNIQUE_VIOLATION;
}
