import { jest } from '@jest/globals';
import { TenantDb } from '@salient/tenancy';
import { eventually } from './held.js';

/** The statement by which a process looks at the rows of its running turns. */
export const LOOKS = /AS "stopRequested"/;

/** Lets time pass for the clock that durations are measured with; nothing else changes. Over when mocks are restored. */
export function passingTime(): (ms: number) => void {
  const now = performance.now.bind(performance);
  let passed = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now() + passed);
  return (ms) => (passed += ms);
}

/** Waits until the rows of running turns have been looked at twice: once at least from the beginning. */
export async function looked(): Promise<void> {
  const spy = jest.spyOn(TenantDb.prototype, 'query');
  const looks = () => spy.mock.calls.filter(([sql]) => LOOKS.test(typeof sql === 'string' ? sql : sql.text)).length;
  await eventually(
    () => Promise.resolve(looks()),
    (count) => count >= 2,
  );
  spy.mockRestore();
}
