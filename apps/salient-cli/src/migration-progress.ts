import type { FleetOptions } from '@salient/tenancy/lifecycle';
import { progressLine } from './progress.js';

const BAR_WIDTH = 30;

/**
 * Tells on standard error how far the migration of all accounts is: a bar with the time that is left on a terminal, or, with
 * `json`, a line of JSON for the beginning, for each account and for the end.
 */
export function migrationProgress(json: boolean): Pick<FleetOptions, 'onBegin' | 'onTenant'> & { note(text: string): void; end(): void } {
  const line = progressLine(json);
  const startedAt = performance.now();
  const count = { done: 0, total: 0, failed: 0 };
  const state = () => ({ ...count, seconds_left: secondsLeft(count, performance.now() - startedAt) });
  return {
    async onBegin(total) {
      count.total = total;
      if (total > 0) line.show({ event: 'started', ...state() }, () => barOf(state()));
    },
    async onTenant({ slug, ran, error }) {
      count[error === undefined ? 'done' : 'failed']++;
      const event = error === undefined ? { event: 'migrated' } : { event: 'failed', error: String(error) };
      line.show({ ...event, ...state(), tenant: slug, migrations: ran }, () => barOf(state()));
    },
    note(text) {
      process.stderr.write(json ? `${JSON.stringify({ event: 'noted', text })}\n` : `${text}\n`);
    },
    end() {
      if (json && count.total > 0) line.show({ event: 'ended', ...state() }, () => '');
      line.end();
    },
  };
}

interface Progress {
  /** Succeeded. */
  readonly done: number;
  readonly total: number;
  readonly failed: number;
}

/** As if the others took as long as those so far; null before the first. */
function secondsLeft({ done, failed, total }: Progress, elapsedMs: number): number | null {
  const tried = done + failed;
  return tried === 0 ? null : Math.round(((elapsedMs / tried) * (total - tried)) / 1_000);
}

function barOf({ done, total, failed, seconds_left: seconds }: Progress & { readonly seconds_left: number | null }): string {
  const filled = Math.round(((done + failed) / total) * BAR_WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
  return `${bar} ${done}/${total} accounts, ${failed} failed${seconds === null ? '' : `, ${seconds} s left`}`;
}
