import { InvalidEnvironment, readControlSchema } from '@salient/platform';
import { setTimeout as wait } from 'node:timers/promises';
import { asOperator, type Operator } from './operator.js';

const POLL_MS = 1_000;

/**
 * Waits until the control database has the schema that this version needs: what a pod does before its service starts, while
 * a job migrates. A database that cannot be reached is waited for as well.
 *
 * @throws InvalidEnvironment when the schema is for newer code, or the time is over
 */
export async function waitForControlSchema(timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  let last = '';
  await asOperator(async (operator) => {
    for (;;) {
      const obstacle = await obstacleOf(operator);
      if (obstacle === null) return;
      if (Date.now() > deadline) throw new InvalidEnvironment(`Gave up after ${timeoutMs / 1_000} s: ${obstacle}`);
      if (obstacle !== last) process.stderr.write(`Waiting: ${obstacle}\n`);
      last = obstacle;
      await wait(POLL_MS);
    }
  });
}

async function obstacleOf({ control }: Operator): Promise<string | null> {
  const schema = await readControlSchema(control).catch(() => null);
  if (schema === null) return 'the control database cannot be reached.';
  if (schema.state === 'ahead')
    throw new InvalidEnvironment(`The control database was migrated for newer code, which knows ${schema.needs}.`);
  return schema.state === 'behind' ? `the control database lacks ${schema.missing.join(', ')}.` : null;
}
