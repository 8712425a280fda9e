import type { PublicAgent } from '@salient/contracts/chat';
import type { Language } from '@salient/visitor';
import { ChatApi } from '../core/chat-api.js';
import { ChatClient } from '../core/chat-client.js';
import { SessionStore } from '../core/session-store.js';
import type { HeldSession } from '../core/session-token.js';
import { ChatView } from '../view/chat-view.js';

/** Takes the page over that the server has written: the same chat, but alive. */
const root = document.getElementById('chat')!;
const { account = '', agent: publicAgent = '', language = 'en', session, draft = '' } = root.dataset;
const agent = JSON.parse(publicAgent) as PublicAgent;
const store = new SessionStore(`salient:${account}/${agent.slug}`);
// A form that was sent before this script ran has begun the conversation; a reload must not send it again.
if (session) store.keepSession(JSON.parse(session) as HeldSession);
history.replaceState(null, '', location.pathname);

const ignore = () => undefined;
const client = new ChatClient(
  new ChatApi({ api: location.origin, account, agent: agent.slug }, null),
  store,
  { message: ignore, answer: ignore, error: ignore },
  () => new SessionStore(null),
);
const view = new ChatView(client, { agent, language: language as Language, headingLevel: 1, draft });
root.replaceChildren(view.element);
view.focus();
void client.restore();
