import { ChatApi, type ChatAddress } from '../core/chat-api.js';
import { ChatClient } from '../core/chat-client.js';
import type { ChatEvents } from '../core/chat-state.js';
import { SessionStore } from '../core/session-store.js';
import { ChatView, type ChatViewOptions } from '../view/chat-view.js';
import { giveStorageKeyBack, takeStorageKey } from './storage-key.js';

export interface EmbeddedChatOptions {
  readonly address: ChatAddress;
  readonly token: string;
  readonly events: ChatEvents;
  readonly view: Omit<ChatViewOptions, 'agent'>;
}

/** The chat inside one widget, from the moment that its agent is known until the widget is taken away. */
export class EmbeddedChat {
  private constructor(
    readonly agent: ChatViewOptions['agent'],
    readonly client: ChatClient,
    readonly view: ChatView,
    private readonly key: string,
  ) {}

  /** @throws ChatProblem, or TypeError when the service cannot be reached */
  static async load({ address, token, events, view }: EmbeddedChatOptions): Promise<EmbeddedChat> {
    const api = new ChatApi(address, token);
    const agent = await api.agent();
    const key = takeStorageKey(`salient:${address.api}/${address.account}/${address.agent}`);
    const client = new ChatClient(api, new SessionStore(key), events, () => new SessionStore(null));
    return new EmbeddedChat(agent, client, new ChatView(client, { ...view, agent }), key);
  }

  end(): void {
    this.client.leave();
    this.view.detach();
    giveStorageKeyBack(this.key);
  }
}
