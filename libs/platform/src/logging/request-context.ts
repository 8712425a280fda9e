import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of a request carries. Filled in as the request becomes known. */
export interface RequestContext {
  readonly request_id: string;
  account?: string;
  agent?: string;
  principal?: string;
}

const contexts = new AsyncLocalStorage<RequestContext>();

export function runInRequestContext<Result>(context: RequestContext, work: () => Result): Result {
  return contexts.run(context, work);
}

export function currentRequestContext(): RequestContext | undefined {
  return contexts.getStore();
}
