import { Injectable } from '@nestjs/common';
import { runAsTenant, TenantDb, Tenants } from '@salient/tenancy';
import { PinoLogger } from 'nestjs-pino';
import { setTimeout as wait } from 'node:timers/promises';
import { LiveTurn } from './live-turn.js';
import { TurnStore } from './turn-store.js';
import type { Turn } from './turn.js';

/** How often a turn that runs in another process is looked at: once for all its readers here. */
const LOOK_MS = 1_000;
/** For how long a turn without readers is still looked at. */
const UNREAD_MS_MAX = 3_000;

/** Copies of turns that run in other processes, for the readers of this one. */
@Injectable()
export class TurnFollowers {
  private readonly followed = new Map<string, LiveTurn>();

  constructor(
    private readonly db: TenantDb,
    private readonly tenants: Tenants,
    private readonly store: TurnStore,
    private readonly logger: PinoLogger,
  ) {}

  /** A copy that grows as long as somebody reads it. */
  async follow(turn: Turn): Promise<LiveTurn> {
    const key = `${this.db.tenant.id}/${turn.id}`;
    const known = this.followed.get(key);
    if (known && !known.isOver) return known;
    const copy = LiveTurn.copyOf(turn);
    this.followed.set(key, copy);
    const forget = () => {
      if (this.followed.get(key) === copy) this.followed.delete(key);
    };
    const lease = await this.tenants.lend(this.db.tenant, `readers of turn ${turn.id}`).catch((error: unknown) => {
      forget();
      throw error;
    });
    void runAsTenant(lease, () => this.keepUp(copy)).finally(() => {
      forget();
      lease.release();
    });
    return copy;
  }

  /** The process stops: its readers find the turns elsewhere. */
  sendAway(): void {
    for (const copy of this.followed.values()) copy.sendAway('drain');
  }

  private async keepUp(copy: LiveTurn): Promise<void> {
    while (!copy.isOver && copy.unreadMs < UNREAD_MS_MAX) {
      await wait(LOOK_MS);
      await this.look(copy).catch((error: unknown) => {
        this.logger.warn({ err: error, turn_id: copy.head.id }, 'A turn of another process could not be looked at; trying again');
      });
    }
    if (!copy.isOver) copy.sendAway('moved');
  }

  private async look(copy: LiveTurn): Promise<void> {
    const { id, agentSlug } = copy.head;
    const turn = await this.store.findAsReader(agentSlug, id);
    if (turn) copy.catchUp(turn);
    else copy.sendAway('moved'); // erased: whoever asks again is told so
  }
}
