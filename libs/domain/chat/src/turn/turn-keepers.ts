import { Inject, Injectable } from '@nestjs/common';
import type { DisconnectPolicy } from '@salient/domain/agents';
import type { TenantHandle } from '@salient/tenancy';
import { PinoLogger } from 'nestjs-pino';
import { v7 as uuidv7 } from 'uuid';
import { CHAT_OPTIONS, ROUND_MS, type ChatOptions } from '../chat.options.js';
import { answered } from './answered.js';
import type { LiveTurn } from './live-turn.js';
import { RunningTurns } from './running-turns.js';
import { TenantRounds } from './tenant-rounds.js';
import { TurnKeeper, type KeptTurn } from './turn-keeper.js';
import { TurnStore } from './turn-store.js';

/** UTF-16 units of text that one statement carries: above it there is another one. */
const STATEMENT_UNITS_MAX = 4_000_000;
/** PostgreSQL's class of errors that lie in what a statement carries. */
const DATA_EXCEPTION = /^22/;

interface Kept {
  readonly keeper: TurnKeeper;
  readonly written: KeptTurn | null;
}

/**
 * Keeps the rows of this process's running turns up to date: once a second their new text is written, their leases are renewed, and
 * what others have left there is read, such as a stop whose notification was lost or readers in other processes. That is one
 * statement for all turns of an account.
 */
@Injectable()
export class TurnKeepers {
  /** Whose turns they are, in the rows. */
  readonly workerId = uuidv7();
  private readonly rounds: TenantRounds<TurnKeeper>;

  constructor(
    private readonly store: TurnStore,
    private readonly running: RunningTurns,
    private readonly logger: PinoLogger,
    @Inject(CHAT_OPTIONS) { roundMs = ROUND_MS }: ChatOptions,
  ) {
    this.rounds = new TenantRounds(
      roundMs,
      (keepers) => this.keepUp(keepers),
      (keeper) => keeper.beat(),
    );
  }

  /** Runs `work` while the turn's row is kept. @param lease held until this has ended */
  async keep<Result>(
    lease: TenantHandle,
    turn: LiveTurn,
    disconnectPolicy: DisconnectPolicy,
    work: (keeper: TurnKeeper) => Promise<Result>,
  ): Promise<Result> {
    const keeper = new TurnKeeper(turn, this.store, this.workerId, this.logger, disconnectPolicy);
    const leave = this.rounds.join(lease, keeper);
    try {
      return await work(keeper);
    } finally {
      await leave();
    }
  }

  private async keepUp(keepers: readonly TurnKeeper[]): Promise<void> {
    const due = keepers.filter((keeper) => keeper.isDue).map((keeper) => ({ keeper, written: keeper.checkpoint }));
    for (const some of portions(due)) await this.write(some);
  }

  private async write(kept: readonly Kept[]): Promise<void> {
    const ids = kept.map(({ keeper }) => keeper.turn.head.id);
    try {
      const rows = kept.flatMap(({ written }) => written?.row ?? []);
      const news = new Map((await answered(this.running.keep(this.workerId, ids, rows))).map((one) => [one.id, one]));
      for (const { keeper, written } of kept) keeper.heed(news.get(keeper.turn.head.id) ?? null, written);
    } catch (error) {
      // What one turn has to say must not cost the others their leases.
      if (kept.length > 1 && DATA_EXCEPTION.test(String((error as { code?: unknown }).code)))
        for (const one of kept) await this.write([one]);
      else this.logger.warn({ err: error, turn_ids: ids }, 'Running turns could not be looked at; trying again');
    }
  }
}

/** So many at a time that a statement stays of a size that nobody has to wait for. */
function* portions(kept: readonly Kept[]): Generator<readonly Kept[]> {
  let portion: Kept[] = [];
  let units = 0;
  for (const one of kept) {
    units += one.written?.row.text?.length ?? 0;
    if (portion.length > 0 && units > STATEMENT_UNITS_MAX) {
      yield portion;
      portion = [];
      units = one.written?.row.text?.length ?? 0;
    }
    portion.push(one);
  }
  if (portion.length > 0) yield portion;
}
