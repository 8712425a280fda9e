import type { UsageQuery } from '@salient/contracts/admin';
import { InvalidRequest } from '@salient/platform';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 30;
/** The longest period of a report, so that its lines are bounded. */
const DAYS_MAX = { hour: 31, day: 800 } as const;

/**
 * The period of a report: the last 30 days unless the query says otherwise.
 *
 * @throws InvalidRequest when it ends before it begins, or is too long for its buckets
 */
export function periodOf({ start: from, end: to, bucket }: UsageQuery): { readonly start: Date; readonly end: Date } {
  const end = to ? new Date(to) : new Date();
  const start = from ? new Date(from) : new Date(end.getTime() - DEFAULT_DAYS * DAY_MS);
  if (start >= end) refuse('invalid_period', 'The period ends before it begins.');
  if (end.getTime() - start.getTime() > DAYS_MAX[bucket] * DAY_MS)
    refuse('period_too_long', `By the ${bucket}, a report spans at most ${DAYS_MAX[bucket]} days.`);
  return { start, end };
}

function refuse(code: string, detail: string): never {
  throw new InvalidRequest(detail, [{ pointer: '/start', code, detail }]);
}
