import type { Problem } from '@salient/contracts';
import type { OpenAiError } from '@salient/contracts/openai';
import type { ForeignProblem } from '@salient/platform';

/** Everything below `/v1` tells its problems as OpenAI does: https://platform.openai.com/docs/guides/error-codes */
export function openAiProblem(problem: Problem, path: string): ForeignProblem | undefined {
  if (!path.startsWith('/v1/')) return undefined;
  return { headers: { 'x-should-retry': String(problem.retryable) }, body: openAiError(problem) };
}

export function openAiError(problem: Problem): OpenAiError {
  const { detail, code, errors: [fault] = [] } = problem;
  return { error: { message: detail, type: typeOf(problem), param: paramOf(problem, fault?.pointer), code } };
}

function typeOf({ status, code }: Problem): string {
  if (code === 'budget_exceeded' || code === 'quota_exhausted') return 'insufficient_quota';
  if (status === 401) return 'authentication_error';
  if (status === 403) return 'permission_error';
  if (status === 429) return 'rate_limit_error';
  return status >= 500 ? 'server_error' : 'invalid_request_error';
}

/** A JSON pointer in OpenAI's words: `/messages/0/content` is `messages[0].content`. */
function paramOf({ code }: Problem, pointer: string | undefined): string | null {
  if (code === 'agent_not_found') return 'model';
  if (!pointer) return null;
  return pointer
    .slice(1)
    .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.');
}
