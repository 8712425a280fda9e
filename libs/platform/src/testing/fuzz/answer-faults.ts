import { problems, type ProblemCode } from '@salient/contracts';
import { PROBLEM_MEDIA_TYPE } from '../../http/problem.js';
import type { RawAnswer } from './raw-answer.js';

/** What only code, a database or a path of ours would say. None of it is in what the tests send. */
const INTERNALS =
  /\bat (?:async )?[\w.<>]+ \(|node_modules|\.(?:ts|js):\d+|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM) [\w"*]+|QueryFailedError|ZodError|TypeError|SyntaxError|RangeError|violates \w+|relation "|column "|invalid input syntax|invalid byte sequence|duplicate key|postgres(?:ql)?:\/\/|ECONNREFUSED/;

export interface AnswerRules {
  /** Texts that another account has, and nobody else may see. */
  readonly secrets: readonly string[];
  /** Whether a path speaks OpenAI's words and tells problems in their form. */
  readonly isForeign?: (path: string) => boolean;
}

/** What is wrong with an answer, whatever was asked; nothing when it is as it should be. */
export function faultsOf(path: string, { status, headers, text }: RawAnswer, { secrets, isForeign = () => false }: AnswerRules): string[] {
  const faults: string[] = [];
  if (status >= 500 || status < 200) faults.push(`status ${status}`);
  if (INTERNALS.test(text)) faults.push(`tells internals: ${INTERNALS.exec(text)?.[0]}`);
  for (const secret of secrets) if (text.includes(secret)) faults.push(`shows ${secret}, which is another account's`);
  if (!headers['x-request-id']) faults.push('has no X-Request-Id');
  if (status >= 400) faults.push(...(isForeign(path) ? foreignFaults(headers, text) : problemFaults(status, headers, text)));
  return faults;
}

function problemFaults(status: number, headers: RawAnswer['headers'], text: string): string[] {
  if (headers['content-type'] !== `${PROBLEM_MEDIA_TYPE}; charset=utf-8` && headers['content-type'] !== PROBLEM_MEDIA_TYPE)
    return [`is ${String(headers['content-type'])} and no problem`];
  const problem = parsed(text);
  const known = problems[problem?.['code'] as ProblemCode];
  if (!known) return [`has no known code: ${text.slice(0, 200)}`];
  const faults =
    known.status === status && problem?.['status'] === status ? [] : [`says ${String(problem?.['code'])} with status ${status}`];
  for (const member of ['type', 'title', 'detail', 'instance', 'request_id']) {
    if (typeof problem?.[member] !== 'string') faults.push(`has no ${member}`);
  }
  if (problem?.['request_id'] !== headers['x-request-id']) faults.push('names another request');
  if ((status === 429 || status === 503) && !headers['retry-after']) faults.push('has no Retry-After');
  return faults;
}

function foreignFaults(headers: RawAnswer['headers'], text: string): string[] {
  if (!String(headers['content-type']).startsWith('application/json')) return [`is ${String(headers['content-type'])} and no OpenAI error`];
  const error = parsed(text)?.['error'] as Record<string, unknown> | undefined;
  const faults =
    typeof error?.['message'] === 'string' && typeof error['type'] === 'string' ? [] : [`is no OpenAI error: ${text.slice(0, 200)}`];
  if (!problems[error?.['code'] as ProblemCode]) faults.push(`has no known code: ${String(error?.['code'])}`);
  return faults;
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
