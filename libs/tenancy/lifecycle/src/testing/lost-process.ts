import type { ControlDatabase, Sql } from '@salient/platform';

/** A control database as a process has it that is lost at the end of a transaction, before it is committed: whatever it has done elsewhere is done. */
export function lostBeforeCommit(control: ControlDatabase): ControlDatabase {
  return Object.assign(Object.create(control) as ControlDatabase, {
    transaction: (work: (sql: Sql) => Promise<unknown>) =>
      control.transaction(async (sql) => {
        await work(sql);
        throw new Error('lost');
      }),
  });
}
