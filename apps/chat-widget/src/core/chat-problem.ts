import type { Problem } from '@salient/contracts';

/** An error that the service has answered with. */
export class ChatProblem extends Error {
  override readonly name = 'ChatProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    /** Whether the same request may succeed a moment later. */
    readonly retryable: boolean,
  ) {
    super(detail);
  }

  /** The token or the conversation that it names is not there any more. */
  get meansSessionIsGone(): boolean {
    return this.status === 401 || this.code === 'session_not_found';
  }
}

/** What a response says that is not a success. */
export async function problemOf(response: Response): Promise<ChatProblem> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const { code = 'internal_error', detail = response.statusText, retryable = response.status >= 500 } = problem;
  return new ChatProblem(response.status, code, detail, retryable);
}
