import fc from 'fast-check';
import { faultsOf, type AnswerRules } from './answer-faults.js';
import { operationsOf, type ApiDocument, type ApiOperation } from './api-operations.js';
import { hostileRequest, type RawRequest, type RequestMaterial } from './hostile-request.js';
import { sendRaw } from './raw-answer.js';

export interface FuzzTarget extends RequestMaterial, AnswerRules {
  readonly url: string;
  readonly document: ApiDocument;
}

export interface FuzzReport {
  /** One at most for each operation; nothing when all is well. */
  readonly failures: readonly FuzzFailure[];
  /** Operations that did what they are for at least once: a fuzzer that is turned away at the door proves nothing. */
  readonly reached: ReadonlySet<string>;
  readonly operations: number;
}

/** What an operation answered badly to: the smallest request that was found. */
export interface FuzzFailure {
  readonly operation: string;
  readonly faults: string;
  readonly request: string;
  readonly seed: number;
}

/** The same requests in every run; FUZZ_SEED, any whole number, makes others. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 1_795_632_836_659);

/**
 * Sends every operation of a service's own OpenAPI document `runs` requests that are mostly nearly right and somewhere wrong.
 * Whatever comes: no answer is a 5xx, has a status that the document does not name, tells internals, shows what is another account's,
 * or is an error without a known code.
 *
 * @param seed repeats what a failure has shown
 */
export async function fuzzApi(target: FuzzTarget, runs: number, seed = SEED): Promise<FuzzReport> {
  const failures: FuzzFailure[] = [];
  const reached = new Set<string>();
  const operations = operationsOf(target.document);
  for (const operation of operations) {
    const property = fc.asyncProperty(hostileRequest(operation, target), async (request) => {
      if ((await statusOfGoodAnswer(target, operation, request)) < 300) reached.add(operation.name);
    });
    const outcome = await fc.check(property, { numRuns: runs, seed, interruptAfterTimeLimit: 120_000 });
    if (!outcome.failed) continue;
    const [request] = outcome.counterexample ?? [];
    const faults = String(outcome.errorInstance).replace(/^Error: /, '');
    failures.push({ operation: operation.name, faults, request: shown(request), seed });
  }
  return { failures, reached, operations: operations.length };
}

/** @throws Error when the answer is not a good one */
async function statusOfGoodAnswer(target: FuzzTarget, { statuses }: ApiOperation, request: RawRequest): Promise<number> {
  const answer = await sendRaw(target.url, request);
  const faults = faultsOf(request.path, answer, target);
  if (!statuses.includes(answer.status)) faults.push(`answers ${answer.status}, which its document does not say`);
  if (faults.length > 0) throw new Error(`${faults.join('; ')}: ${answer.status} ${answer.text.slice(0, 300)}`);
  return answer.status;
}

/** A request as somebody would send it again; who sent it is cut short. */
function shown(request?: RawRequest): string {
  const { authorization = 'nobody', ...headers } = request?.headers ?? {};
  const clip = (text = '') => (text.length > 300 ? `${text.slice(0, 300)}… (${text.length})` : text);
  return `${clip(request?.path)} as ${authorization.slice(0, 16)} ${JSON.stringify(headers)} ${clip(request?.body?.toString())}`;
}
