import { Refusal } from '../processes/refusal.ts';
import { LocalStack } from './local-stack.ts';
import { readSettings } from './settings.ts';
import { listenForStop } from './stop-request.ts';

/** `npm start`: everything on this machine, until Ctrl-C. */
const request = listenForStop();
try {
  await new LocalStack(readSettings(process.env, process.argv.slice(2)), request).run();
} catch (error) {
  const wasAskedFor = request.stop.aborted && (error as Error).name === 'AbortError';
  if (!wasAskedFor) {
    process.stderr.write(`${error instanceof Refusal ? error.message : (error as Error).stack}\n`);
    process.exitCode = 1;
  }
}
