import { ChatApi, type ChatAddress } from '../core/chat-api.js';
import { ChatClient } from '../core/chat-client.js';
import type { ChatEvents } from '../core/chat-state.js';
import { SessionStore } from '../core/session-store.js';
import { ChatView, type ChatViewOptions } from '../view/chat-view.js';

export interface EmbeddedChatOptions {
  readonly address: ChatAddress;
  readonly token: string;
  /** Where the conversation is kept. */
  readonly key: string;
  readonly events: ChatEvents;
  readonly view: Omit<ChatViewOptions, 'agent'>;
}

/** The chat inside one widget, from the moment that its agent is known until the widget is taken away. */
export class EmbeddedChat {
  private constructor(
    readonly agent: ChatViewOptions['agent'],
    readonly client: ChatClient,
    readonly view: ChatView,
  ) {}

  /** @throws ChatProblem, or TypeError when the service cannot be reached */
  static async load({ address, token, key, events, view }: EmbeddedChatOptions): Promise<EmbeddedChat> {
    const api = new ChatApi(address, token);
    const agent = await api.agent();
    const client = new ChatClient(api, new SessionStore(key), events, () => new SessionStore(null));
    return new EmbeddedChat(agent, client, new ChatView(client, { ...view, agent }));
  }

  end(): void {
    this.client.leave();
    this.view.detach();
  }
}
