import type { Citation, PublicAgent, TurnStatus } from '@salient/contracts/chat';
import { fill, markdownTree, messagesIn, type Language, type Messages } from '@salient/visitor';
import { html, markdownHtml, type Html } from './html.js';

/** What of a message the page shows that runs no script. */
export interface PageMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
  readonly status: TurnStatus;
  readonly citations: readonly Citation[];
}

export interface ChatPage {
  readonly account: string;
  readonly agent: PublicAgent;
  readonly language: Language;
  readonly assets: { readonly script: string; readonly style: string };
  readonly messages: readonly PageMessage[];
  /** The conversation that a form has begun; null before the first message. */
  readonly session: { readonly session_id: string; readonly session_token: string; readonly expires_at: string } | null;
  /** Names the next message, so that a reload does not say it twice. */
  readonly clientMessageId: string;
  /** What the visitor is told besides the messages. */
  readonly notice: string | null;
  /** A message that was not taken, given back. */
  readonly draft: string;
}

/** The chat page as its server writes it: complete without a script, and what the script takes over where there is one. */
export function chatPageHtml(page: ChatPage): string {
  const { account, agent, language, assets, session, draft } = page;
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
          ${draft !== '' && html` data-draft="${draft}"`}
        >
          ${chat(page, messagesIn(language))}
        </main>
      </body>
    </html> `.text;
}

function chat(page: ChatPage, words: Messages): Html {
  const { agent, messages, notice, draft } = page;
  const rows = html`<div class="messages">${messages.map((message, index) => messageHtml(message, index, agent, words))}</div>`;
  return html`<div class="chat${messages.length === 0 && ' empty'}">
    <header class="head">
      ${badge(agent)}
      <div class="title">
        <h1>${agent.name}</h1>
        ${agent.description !== '' && html`<p>${agent.description}</p>`}
      </div>
      ${page.session && html`${action(page, 'start_over', words.startOver, FRESH)}${action(page, 'erase', words.erase, ERASE)}`}
    </header>
    <div class="log" tabindex="0" role="region" aria-label="${words.conversation}">
      <h2 class="unseen">${words.conversation}</h2>
      ${messages.length === 0 ? welcome(page) : rows}
    </div>
    <div class="foot">
      ${notice !== null && html`<p class="banner" role="alert">${notice}</p>`}
      <form class="composer" method="post">
        ${hiddenFields(page)}
        <div class="field">
          <textarea name="message" rows="1" dir="auto" required placeholder="${words.placeholder}" aria-label="${words.placeholder}">
${draft}</textarea>
          <button class="send" aria-label="${words.send}" title="${words.send}">${icon(SEND)}</button>
        </div>
      </form>
      <p class="disclosure">${words.disclosure}</p>
    </div>
  </div>`;
}

const SEND = 'M12 19V5 M6 11l6-6 6 6';
const FRESH = 'M12 5v14 M5 12h14';
const ERASE = 'M5 7h14 M10 7V4.500h4V7 M7 7l1 12.500h8L17 7';

function icon(path: string): Html {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}" /></svg>`;
}

function action(page: ChatPage, name: string, label: string, path: string): Html {
  return html`<form method="post">
    ${hiddenFields(page)}<button class="icon" name="action" value="${name}" aria-label="${label}" title="${label}">${icon(path)}</button>
  </form>`;
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

function messageHtml(message: PageMessage, index: number, { name }: PublicAgent, words: Messages): Html {
  const { role, content, citations } = message;
  if (role === 'user') return html`<article class="message user" aria-label="${words.you}"><p class="bubble">${content}</p></article>`;
  const cardOf = (citation: number) => `answer-${index}-source-${citation}`;
  const marks = { words, titleOf: (mark: number) => citations.find((one) => one.index === mark)?.title, cardOf };
  const cards = [...citations]
    .sort((one, other) => one.index - other.index)
    .map((citation) => sourceHtml(citation, cardOf(citation.index), words));
  return html`<article class="message agent" aria-label="${name}">
    <div class="prose">${markdownHtml(markdownTree(content), marks)}</div>
    ${cards.length > 0 && html`<section class="sources" aria-label="${words.sources}">${cards}</section>`}
    <p class="note">${noteOf(message, words)}</p>
  </article>`;
}

function sourceHtml({ index, title, list }: Citation, id: string, { source }: Messages): Html {
  return html`<div class="source" id="${id}" tabindex="-1" role="group" aria-label="${fill(source, { index, title })}">
    <span class="index">${index}</span><span class="words"><span class="title">${title}</span><span class="list">${list}</span></span>
  </div>`;
}

function noteOf({ status }: PageMessage, words: Messages): string {
  return status === 'failed' || status === 'stopped' || status === 'incomplete' ? words[status] : '';
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
