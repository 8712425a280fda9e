import type { Sql } from '@salient/platform';
import { WINDOW_MS, type RateLease, type RateLedger, type RateRule } from './rate-ledger.js';

/** A process is given this part of what remains, so that blocks become smaller towards the limit and little is left unused. */
const BLOCK_DIVISOR = 5;
/** A process begins one in so many turns of a limit without asking. */
const UNASKED_DIVISOR = 20;
/** How often windows that are long over are forgotten: once in so many leases. */
const LEASES_PER_CLEANING = 500;

interface LeaseRow {
  granted: number;
  used: number;
  ends_in_ms: number;
}

/** The ledger in the control database: one statement for each block. A window begins with the first turn that is counted in it. */
export class ControlRateLedger implements RateLedger {
  private leases = 0;

  constructor(private readonly control: Sql) {}

  unasked(turnsPerMinute: number): number {
    return Math.floor(turnsPerMinute / UNASKED_DIVISOR);
  }

  async lease({ key, turnsPerMinute }: RateRule, begun: number, wanted: number): Promise<RateLease> {
    const [row] = await this.control.query<LeaseRow>(LEASE, [key, turnsPerMinute, begun, wanted, BLOCK_DIVISOR, WINDOW_MS]);
    if (!row) throw new Error('The rate was not counted.');
    if (++this.leases % LEASES_PER_CLEANING === 0) await this.forgetOld();
    return { granted: row.granted, remaining: Math.max(0, turnsPerMinute - row.used), endsInMs: row.ends_in_ms };
  }

  private async forgetOld(): Promise<void> {
    await this.control.query(
      `DELETE FROM rate_windows WHERE key IN
         (SELECT key FROM rate_windows WHERE ends_at < now() - interval '10 minutes' LIMIT 5000 FOR UPDATE SKIP LOCKED)`,
    );
  }
}

const grantOf = (used: string) =>
  `LEAST(GREATEST($2::int - ${used} - $3::int, 0), GREATEST($4::int, (GREATEST($2::int - ${used} - $3::int, 0)) / $5::int))`;
const OVER = 'w.ends_at <= clock_timestamp()';

const LEASE = `
  INSERT INTO rate_windows AS w (key, ends_at, granted, used)
  VALUES ($1, clock_timestamp() + make_interval(secs => $6::int / 1000.0), ${grantOf('0')}, $3::int + ${grantOf('0')})
  ON CONFLICT (key) DO UPDATE SET
    ends_at = CASE WHEN ${OVER} THEN excluded.ends_at ELSE w.ends_at END,
    granted = CASE WHEN ${OVER} THEN excluded.granted ELSE ${grantOf('w.used')} END,
    used = CASE WHEN ${OVER} THEN excluded.used ELSE w.used + $3::int + ${grantOf('w.used')} END
  RETURNING granted, used, GREATEST(0, ceil(extract(epoch FROM w.ends_at - clock_timestamp()) * 1000))::int AS ends_in_ms`;
