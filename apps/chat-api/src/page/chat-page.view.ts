import type { PublicAgent } from '@salient/contracts/chat';
import { markdownTree, messagesIn, type Language, type Messages } from '@salient/visitor';
import { html, markdownHtml, type Html } from './html.js';

/** What of a conversation the page shows that runs no script. */
export interface PageMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

export interface ChatPage {
  readonly account: string;
  readonly agent: PublicAgent;
  readonly language: Language;
  readonly assets: { readonly script: string; readonly style: string };
  readonly messages: readonly PageMessage[];
  /** The conversation that a form has begun, as JSON; null before the first message. */
  readonly session: { readonly session_id: string; readonly session_token: string; readonly expires_at: string } | null;
  /** Names the next message, so that a reload does not say it twice. */
  readonly clientMessageId: string;
  readonly fault: string | null;
}

/** The chat page as its server writes it: complete without a script, and what the script takes over where there is one. */
export function chatPageHtml(page: ChatPage): string {
  const { account, agent, language, assets, session } = page;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <title>${agent.name}</title>
        ${agent.description !== '' && html`<meta name="description" content="${agent.description}" />`}
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/chat-assets/${assets.style}" />
        <script type="module" src="/chat-assets/${assets.script}"></script>
      </head>
      <body>
        <main
          id="chat"
          data-account="${account}"
          data-agent="${JSON.stringify(agent)}"
          data-language="${language}"
          ${session && html` data-session="${JSON.stringify(session)}"`}
        >
          ${chat(page, messagesIn(language))}
        </main>
      </body>
    </html> `.text;
}

function chat(page: ChatPage, words: Messages): Html {
  const { agent, messages } = page;
  return html`<div class="chat${messages.length === 0 && ' empty'}">
    <header class="head">
      ${badge(agent)}
      <div class="title">
        <h1>${agent.name}</h1>
        ${agent.description !== '' && html`<p>${agent.description}</p>`}
      </div>
    </header>
    <div class="log" tabindex="0" role="region" aria-label="${words.conversation}">
      <h2 class="unseen">${words.conversation}</h2>
      ${messages.length === 0 ? welcome(page) : html`<div class="messages">${messages.map((message) => messageHtml(message, agent, words))}</div>`}
    </div>
    <div class="foot">
      ${page.fault && html`<p class="banner" role="alert">${page.fault}</p>`}
      <form class="composer" method="post">
        ${hiddenFields(page)}
        <div class="field">
          <textarea name="message" rows="1" required placeholder="${words.placeholder}" aria-label="${words.placeholder}"></textarea>
          <button class="send" aria-label="${words.send}">
            <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 19V5 M6 11l6-6 6 6" /></svg>
          </button>
        </div>
      </form>
      <p class="disclosure">${words.disclosure}</p>
    </div>
  </div>`;
}

function welcome(page: ChatPage): Html {
  const { agent } = page;
  const suggestions = agent.suggestions.map(
    (text) =>
      html`<form method="post">${hiddenFields(page)}<input type="hidden" name="message" value="${text}" /><button>${text}</button></form>`,
  );
  return html`<div class="welcome">
    ${badge(agent)}
    <p class="greeting">${agent.greeting || agent.name}</p>
    <div class="suggestions">${suggestions}</div>
  </div>`;
}

function hiddenFields({ session, clientMessageId }: ChatPage): Html {
  const token = session && html`<input type="hidden" name="session_token" value="${session.session_token}" />`;
  return html`${token}<input type="hidden" name="client_message_id" value="${clientMessageId}" />`;
}

function messageHtml({ role, content }: PageMessage, { name }: PublicAgent, { you }: Messages): Html {
  if (role === 'user') return html`<article class="message user" aria-label="${you}"><p class="bubble">${content}</p></article>`;
  return html`<article class="message agent" aria-label="${name}">
    <div class="prose">${markdownHtml(markdownTree(content))}</div>
  </article>`;
}

function badge({ name }: PublicAgent): Html {
  return html`<span class="badge" aria-hidden="true">${[...name][0]?.toUpperCase()}</span>`;
}

/** A page for somebody who has come to nobody. */
export function noPageHtml(language: Language, style: string): string {
  const { pageMissing } = messagesIn(language);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>404</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/chat-assets/${style}" />
      </head>
      <body>
        <main id="chat">
          <div class="chat empty">
            <div></div>
            <div class="log">
              <div class="welcome"><h1 class="greeting">${pageMissing}</h1></div>
            </div>
          </div>
        </main>
      </body>
    </html> `.text;
}
