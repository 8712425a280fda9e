import { Refusal } from '../processes/refusal.ts';
import { unseenStatuses } from './unseen-statuses.ts';

/** `npm run openapi:unseen`: fails when a document promises an answer that no spec of the run has seen. */
try {
  const folder = process.argv[2] ?? process.env['ANSWERED_STATUSES'];
  if (!folder) throw new Refusal('Name the folder that ANSWERED_STATUSES named in the run of the tests.');
  const unseen = unseenStatuses(folder);
  console.log(unseen.length === 0 ? 'Every documented status was seen.' : `No spec has seen:\n${unseen.join('\n')}`);
  process.exitCode = unseen.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
