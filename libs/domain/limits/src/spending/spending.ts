import { Injectable } from '@nestjs/common';
import { writeAuditEvent } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import { PinoLogger } from 'nestjs-pino';
import { BudgetExceeded, TooManyTurns } from '../limits.errors.js';
import type { Hold } from './holds.js';

/** A budget of which four fifths are gone. */
export interface BudgetWarning {
  readonly scope: Hold['scope'];
  readonly id: string;
  readonly period: string;
  readonly amount: string;
  readonly spent: string;
}

const NO_MONEY = 'SL001';
const NO_PLACE = 'SL002';
/** How often, at most, an account's holds are searched for those of dead turns. */
const SWEEP_MS = 1_000;
const TENANTS_MAX = 10_000;

/** What the current account's turns hold and have spent. */
@Injectable()
export class Spending {
  private readonly sweptAt = new Map<string, number>();

  constructor(
    private readonly db: TenantDb,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * Runs the statement that creates a turn with its holds. When it finds no room, the holds of dead turns are ended, and it is
   * tried once more.
   *
   * @throws BudgetExceeded, TooManyTurns
   */
  async holding<Result>(create: () => Promise<Result>): Promise<Result> {
    try {
      return await create();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (!(await this.sweep())) throw refusalOf(error);
    }
    try {
      return await create();
    } catch (error) {
      throw isRefusal(error) ? refusalOf(error) : error;
    }
  }

  /** Tells the account's admins, through the log and its audit trail, that a budget is nearly gone. */
  async warn(warnings: readonly BudgetWarning[]): Promise<void> {
    const { id: tenantId } = this.db.tenant;
    for (const { scope, id, ...details } of warnings) {
      this.logger.warn(
        { event: 'budget_warning', tenant_id: tenantId, scope, scope_id: id, ...details },
        'Four fifths of a budget are gone',
      );
      await writeAuditEvent(this.db, {
        tenantId,
        actor: { kind: 'system', id: 'budgets' },
        action: 'budget.warning',
        target: { kind: scope, id },
        details,
      });
    }
  }

  /** Counts what was spent beside a turn, such as on a summary. */
  async add(holds: readonly Hold[], amount: string): Promise<void> {
    const budgets = holds.filter((hold) => hold.kind !== 'running');
    if (budgets.length === 0) return;
    await this.db.query(
      `UPDATE spending_counters c SET spent = c.spent + $2::numeric
       FROM jsonb_to_recordset($1::jsonb) AS a (scope text, id text, kind text)
       WHERE c.scope = a.scope AND c.scope_id = a.id
         AND c.period = to_char(now() AT TIME ZONE 'UTC', CASE a.kind WHEN 'day' THEN 'YYYY-MM-DD' ELSE 'YYYY-MM' END)`,
      [JSON.stringify(budgets), amount],
    );
  }

  /** Whether there was a dead turn that held something. */
  private async sweep(): Promise<boolean> {
    const { id } = this.db.tenant;
    if (performance.now() - (this.sweptAt.get(id) ?? -Infinity) < SWEEP_MS) return false;
    if (this.sweptAt.size >= TENANTS_MAX) this.sweptAt.clear();
    this.sweptAt.set(id, performance.now());
    const dead = await this.db.query<{ id: string }>('SELECT dead_holds() AS id');
    // One statement for each: one that ended several could wait in a circle with turns that begin.
    for (const turn of dead) await this.db.query('SELECT end_holds($1, 0)', [turn.id]);
    return dead.length > 0;
  }
}

interface Refusal {
  readonly code: string;
  readonly message: string;
}

function isRefusal(error: unknown): error is Refusal {
  const { code } = (error ?? {}) as Partial<Refusal>;
  return code === NO_MONEY || code === NO_PLACE;
}

function refusalOf({ code, message: scope }: Refusal): BudgetExceeded | TooManyTurns {
  return code === NO_MONEY ? new BudgetExceeded(scope) : new TooManyTurns(scope);
}
