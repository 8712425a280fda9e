/** What a turn asks for before it begins: money of a budget, or a place among the turns that run at once. */
export interface Hold {
  readonly scope: 'account' | 'agent' | 'token';
  readonly id: string;
  readonly kind: 'day' | 'month' | 'running';
  /** A decimal number of USD, or how many turns. */
  readonly limit: string;
  /** What the turn may cost, a decimal number of USD. */
  readonly amount: string;
}

export interface Budget {
  readonly amount: string;
  readonly period: 'day' | 'month';
}

/** Whose limits a turn is under; what is absent does not limit. */
export interface HoldSubject {
  readonly scope: Hold['scope'];
  readonly id: string;
  readonly budget: Budget | null;
  readonly concurrentTurns?: number;
}

/** The holds of a turn in the order in which they are taken: the same in every statement, so that none waits in a circle. */
export function holdsOf(subjects: readonly HoldSubject[], amount: string): Hold[] {
  return [...subjects]
    .sort((left, right) => (left.scope < right.scope ? -1 : 1))
    .flatMap(({ scope, id, budget, concurrentTurns }): Hold[] => [
      ...(budget ? [{ scope, id, kind: budget.period, limit: budget.amount, amount }] : []),
      ...(concurrentTurns === undefined ? [] : [{ scope, id, kind: 'running' as const, limit: String(concurrentTurns), amount: '0' }]),
    ]);
}
