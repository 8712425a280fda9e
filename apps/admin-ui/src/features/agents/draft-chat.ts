import type { AgentPreview } from '@salient/contracts/admin';
import type { Citation } from '@salient/contracts/chat';
import { api, call, readServerEvents } from '../../api/index.js';

export interface ChatLine {
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly tools: readonly string[];
  readonly citations: readonly Citation[];
  readonly failure: string | null;
}

/** What a stream has brought so far. */
export type ChatProgress = Pick<ChatLine, 'text' | 'tools' | 'citations' | 'failure'> & { readonly sessionId: string | null };

/** Leave to chat with the draft as it is now, for half an hour. */
export async function leaveToTry(account: string, agentId: string): Promise<AgentPreview> {
  return (await api.send<AgentPreview>('POST', `/accounts/${account}/agents/${agentId}/try`, { body: {} })).value;
}

interface Question {
  readonly account: string;
  readonly preview: AgentPreview;
  readonly message: string;
  readonly sessionId: string | null;
  readonly signal: AbortSignal;
}

/** Asks the draft; chat-api's accounts are reached on this origin. Yields the answer as it grows. */
export async function* askDraft({ account, preview, message, sessionId, signal }: Question): AsyncGenerator<ChatProgress> {
  const response = await call('POST', `/chat-api/accounts/${account}/agents/${preview.agent}/chat`, {
    body: { message, session_id: sessionId, stream: true },
    headers: { authorization: `Bearer ${preview.token}`, 'x-salient-preview': preview.preview },
    signal,
  });
  let progress: ChatProgress = { text: '', tools: [], citations: [], failure: null, sessionId };
  for await (const { event, data } of readServerEvents(response)) {
    progress = next(progress, event, data);
    yield progress;
  }
}

function next(progress: ChatProgress, event: string, data: Readonly<Record<string, unknown>>): ChatProgress {
  switch (event) {
    case 'start':
      return { ...progress, sessionId: data['session_id'] as string };
    case 'delta':
      return { ...progress, text: progress.text + (data['text'] as string) };
    case 'replace':
      return { ...progress, text: data['text'] as string };
    case 'tool':
      return data['state'] === 'started' ? { ...progress, tools: [...progress.tools, data['label'] as string] } : progress;
    case 'citation':
      return { ...progress, citations: [...progress.citations, data as unknown as Citation] };
    case 'failed':
      return { ...progress, failure: (data['detail'] as string | undefined) ?? (data['code'] as string) };
    default:
      return progress;
  }
}
