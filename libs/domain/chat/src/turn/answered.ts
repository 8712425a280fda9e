/** A statement that is not answered for so long is taken for lost. */
const STATEMENT_MS_MAX = 10_000;

/** What the statement answers, unless its database has fallen silent. */
export function answered<Result>(statement: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The database did not answer in time.')), STATEMENT_MS_MAX).unref();
    statement.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
