import type { Citation, ToolActivity } from '@salient/contracts/chat';
import type { TurnOutcome, TurnText } from './turn-text.js';

export type Rating = 'up' | 'down';

/** One message as the view shows it. Never changed in place: another object is another state. */
export interface ChatMessage {
  /** Stable for the view; the service's id once it is known. */
  readonly key: string;
  readonly id: string | null;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  readonly state: 'running' | TurnOutcome;
  readonly tools: readonly ToolActivity[];
  readonly citations: readonly Citation[];
  readonly feedback: Rating | null;
}

/** A message as the service's history has it. */
export interface StoredMessage {
  readonly id: string;
  readonly role: 'user' | 'assistant';
  readonly content: string;
  readonly status: ChatMessage['state'];
  readonly tools: readonly ToolActivity[];
  readonly citations: readonly Citation[];
  readonly feedback: { readonly rating: Rating } | null;
}

const PLAIN = { tools: [], citations: [], feedback: null } as const;

export function userMessage(key: string, text: string): ChatMessage {
  return { ...PLAIN, key, id: null, role: 'user', text, state: 'completed' };
}

export function emptyAnswer(key: string): ChatMessage {
  return { ...PLAIN, key, id: null, role: 'assistant', text: '', state: 'running' };
}

export function storedMessage({ id, role, content, status, tools, citations, feedback }: StoredMessage): ChatMessage {
  return { key: id, id, role, text: content, state: status, tools, citations, feedback: feedback?.rating ?? null };
}

/** The answer as far as it has been read. */
export function answerOf(message: ChatMessage, turn: TurnText): ChatMessage {
  return { ...message, id: turn.id, text: turn.text, state: turn.outcome ?? 'running', tools: turn.tools, citations: turn.citations };
}
