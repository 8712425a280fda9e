import { Inject, Injectable } from '@nestjs/common';
import { TenantDb, Tenants, type TenantLease } from '@salient/tenancy';
import { PinoLogger } from 'nestjs-pino';
import { CHAT_OPTIONS, ROUND_MS, type ChatOptions } from '../chat.options.js';
import { LiveTurn } from './live-turn.js';
import { RunningTurns } from './running-turns.js';
import { TenantRounds } from './tenant-rounds.js';
import type { Turn } from './turn.js';

/** For how long a turn without readers is still looked at. */
const UNREAD_MS_MAX = 3_000;

interface Followed {
  readonly copy: LiveTurn;
  readonly forget: () => void;
}

/** Copies of turns that run in other processes, for the readers of this one: all of an account are looked at at once, every second. */
@Injectable()
export class TurnFollowers {
  private readonly followed = new Map<string, LiveTurn>();
  private readonly rounds: TenantRounds<Followed>;

  constructor(
    private readonly db: TenantDb,
    private readonly tenants: Tenants,
    private readonly running: RunningTurns,
    private readonly logger: PinoLogger,
    @Inject(CHAT_OPTIONS) { roundMs = ROUND_MS }: ChatOptions,
  ) {
    this.rounds = new TenantRounds(roundMs, (followed) => this.look(followed));
  }

  /** A copy that grows as long as somebody reads it. */
  async follow(turn: Turn): Promise<LiveTurn> {
    const key = `${this.db.tenant.id}/${turn.id}`;
    const known = this.followed.get(key);
    if (known && !known.isOver) return known;
    const copy = LiveTurn.copyOf(turn);
    this.followed.set(key, copy);
    const unlist = () => {
      if (this.followed.get(key) === copy) this.followed.delete(key);
    };
    const lease = await this.tenants.lend(this.db.tenant, `readers of turn ${turn.id}`).catch((error: unknown) => {
      unlist();
      throw error;
    });
    this.keepUp(copy, lease, unlist);
    return copy;
  }

  /** The process stops: its readers find the turns elsewhere. */
  sendAway(): void {
    for (const copy of this.followed.values()) copy.sendAway('drain');
  }

  private keepUp(copy: LiveTurn, lease: TenantLease, unlist: () => void): void {
    const forget = () => {
      unlist();
      void leave().then(() => lease.release());
    };
    const leave = this.rounds.join(lease, { copy, forget });
  }

  private async look(followed: readonly Followed[]): Promise<void> {
    for (const { copy } of followed) if (!copy.isOver && copy.unreadMs >= UNREAD_MS_MAX) copy.sendAway('moved');
    const copies = followed.map(({ copy }) => copy).filter((copy) => !copy.isOver);
    if (copies.length > 0) await this.catchUp(copies);
    for (const { copy, forget } of followed) if (copy.isOver) forget();
  }

  private async catchUp(copies: readonly LiveTurn[]): Promise<void> {
    try {
      const turns = await this.running.follow(copies.map(({ head }) => head.id));
      const stored = new Map(turns.map((turn) => [turn.id, turn]));
      for (const copy of copies) {
        const turn = stored.get(copy.head.id);
        if (turn) copy.catchUp(turn);
        else copy.sendAway('moved'); // erased: whoever asks again is told so
      }
    } catch (error) {
      this.logger.warn({ err: error, turns: copies.length }, 'Turns of other processes could not be looked at; trying again');
    }
  }
}
