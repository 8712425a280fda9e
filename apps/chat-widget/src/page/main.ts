import type { PublicAgent } from '@salient/contracts/chat';
import { ChatApi } from '../core/chat-api.js';
import { ChatClient } from '../core/chat-client.js';
import { SessionStore } from '../core/session-store.js';
import { ChatView } from '../view/chat-view.js';
import type { Language } from '@salient/visitor';

/** Takes the page over that the server has written: the same chat, but alive. */
const root = document.getElementById('chat')!;
const { account = '', agent: publicAgent = '', language = 'en' } = root.dataset;
const agent = JSON.parse(publicAgent) as PublicAgent;
const address = { api: location.origin, account, agent: agent.slug };
const store = new SessionStore(`salient:${account}/${agent.slug}`);
const ignore = () => undefined;
const client = new ChatClient(
  new ChatApi(address, null),
  store,
  { message: ignore, answer: ignore, error: ignore },
  () => new SessionStore(null),
);
const view = new ChatView(client, { agent, language: language as Language, headingLevel: 1 });
root.replaceChildren(view.element);
view.focus();
void client.restore();
