import { setTimeout as wait } from 'node:timers/promises';

/** A statement that is not answered for so long is taken for lost. */
const STATEMENT_MS_MAX = 10_000;

/** What the statement answers, unless its database has fallen silent. */
export async function answered<Result>(statement: Promise<Result>): Promise<Result> {
  const timer = new AbortController();
  const silence = wait(STATEMENT_MS_MAX, undefined, { signal: timer.signal, ref: false }).then(() => {
    throw new Error('The database did not answer in time.');
  });
  silence.catch(() => undefined); // the answer came first
  statement.catch(() => undefined); // or it comes too late
  try {
    return await Promise.race([statement, silence]);
  } finally {
    timer.abort();
  }
}
