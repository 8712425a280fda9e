import type { ChatMessage } from './chat-message.js';

/** What the visitor is told besides the messages; the view has the words. */
export type Notice = 'rateLimited' | 'unavailable' | 'ended' | 'erased';

export interface ChatState {
  readonly messages: readonly ChatMessage[];
  /** The conversation of an earlier visit is being fetched. */
  readonly isRestoring: boolean;
  readonly isAnswering: boolean;
  readonly isConnected: boolean;
  readonly notice: Notice | null;
  /** A message that was not taken, given back to be sent again. */
  readonly unsent: string | null;
}

export interface ChatEvents {
  message(text: string): void;
  answer(message: ChatMessage): void;
  error(problem: Error): void;
}

export const EMPTY: ChatState = {
  messages: [],
  isRestoring: false,
  isAnswering: false,
  isConnected: true,
  notice: null,
  unsent: null,
};
