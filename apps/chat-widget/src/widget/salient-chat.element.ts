import type { PublicAgent } from '@salient/contracts/chat';
import { chooseLanguage, fill, messagesIn, type Language } from '@salient/visitor';
import { ChatApi } from '../core/chat-api.js';
import { ChatClient } from '../core/chat-client.js';
import { SessionStore } from '../core/session-store.js';
import styles from '../styles/widget.css';
import { applyAccent } from '../view/accent.js';
import { ChatView } from '../view/chat-view.js';
import { h, icon } from '../view/dom.js';

/** Where widget.js came from is where the chat is. A module has no current script, and neither has later code: read it now. */
const scriptOrigin = document.currentScript instanceof HTMLScriptElement ? new URL(document.currentScript.src).origin : location.origin;

let sharedSheet: CSSStyleSheet | undefined;

/**
 * `<salient-chat account agent token [mode=bubble|inline|full] [theme=light|dark] [lang]>`: a chat in a page that is not ours.
 * It lives in a shadow root of its own, sets no cookie and loads nothing else.
 */
export class SalientChatElement extends HTMLElement {
  private readonly root = this.attachShadow({ mode: 'open' });
  private readonly panel = h('div', { class: 'panel', hidden: true });
  private readonly launcher = h('button', { class: 'launcher', type: 'button', 'aria-expanded': 'false', onclick: () => this.toggle() });
  private client: ChatClient | null = null;
  private view: ChatView | null = null;
  private loading: Promise<void> | null = null;

  connectedCallback(): void {
    if (this.root.childNodes.length > 0) return;
    this.root.adoptedStyleSheets = [styleSheet()];
    this.root.append(this.panel);
    if (!this.isBubble) return this.show();
    this.panel.classList.add('bubble');
    this.panel.setAttribute('role', 'dialog');
    this.panel.addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
    this.launcher.append(icon('chat'));
    this.name(this.getAttribute('name') ?? '');
    this.root.append(this.launcher);
    void this.load();
  }

  /** Opens the panel, and answers when a visitor can write. */
  async open(): Promise<void> {
    if (this.isBubble && this.panel.hidden) {
      this.show();
      this.launcher.setAttribute('aria-expanded', 'true');
      this.launcher.replaceChildren(icon('close'));
      this.tell('open', {});
    }
    await this.load();
    this.view?.focus();
  }

  close(): void {
    if (!this.isBubble || this.panel.hidden) return;
    this.panel.hidden = true;
    this.launcher.setAttribute('aria-expanded', 'false');
    this.launcher.replaceChildren(icon('chat'));
    this.launcher.focus();
    this.tell('close', {});
  }

  /**
   * Goes on with the conversation of a visitor that the site knows.
   *
   * @param sessionToken of a session that the site's own server has opened
   */
  async identify(sessionToken: string): Promise<void> {
    await this.load();
    await this.client?.identify(sessionToken);
  }

  private get isBubble(): boolean {
    return !['inline', 'full'].includes(this.getAttribute('mode') ?? 'bubble');
  }

  private toggle(): void {
    if (this.panel.hidden) void this.open();
    else this.close();
  }

  private show(): void {
    this.panel.hidden = false;
    void this.load();
  }

  /** Asks once who the agent is; after a failure, again when it is next opened. */
  private load(): Promise<void> {
    this.loading ??= this.start().catch((error: unknown) => {
      this.loading = null;
      this.tell('error', error as Error);
    });
    return this.loading;
  }

  private async start(): Promise<void> {
    const account = this.getAttribute('account') ?? '';
    const slug = this.getAttribute('agent') ?? '';
    const origin = new URL(this.getAttribute('api') ?? scriptOrigin, location.href).origin;
    const api = new ChatApi({ api: origin, account, agent: slug }, this.getAttribute('token') ?? '');
    const agent = await api.agent();
    const events = {
      message: (text: string) => this.tell('message', { text }),
      answer: ({ id, text, state, citations }: { id: string | null; text: string; state: string; citations: unknown }) =>
        this.tell('answer', { id, text, status: state, citations }),
      error: (error: Error) => this.tell('error', error),
    };
    this.client = new ChatClient(api, new SessionStore(`salient:${origin}/${account}/${slug}`), events, () => new SessionStore(null));
    this.present(agent, this.client);
    await this.client.restore();
  }

  private present(agent: PublicAgent, client: ChatClient): void {
    const language = this.language;
    this.name(agent.name);
    applyAccent(this.launcher, agent.theme['accent']);
    this.view = new ChatView(client, { agent, language, headingLevel: 2, ...(this.isBubble ? { onClose: () => this.close() } : {}) });
    this.panel.replaceChildren(this.view.element);
  }

  private name(name: string): void {
    const { chatWith, open } = messagesIn(this.language);
    this.panel.setAttribute('aria-label', fill(chatWith, { name }).trim());
    this.launcher.setAttribute('aria-label', fill(open, { name }).trim());
  }

  private get language(): Language {
    return chooseLanguage([this.getAttribute('lang'), ...navigator.languages]);
  }

  /** `salient:open`, `salient:close`, `salient:message`, `salient:answer`, `salient:error`: they leave the shadow root. */
  private tell(name: string, detail: unknown): void {
    const told = detail instanceof Error ? { code: 'code' in detail ? detail.code : detail.name, message: detail.message } : detail;
    this.dispatchEvent(new CustomEvent(`salient:${name}`, { detail: told, bubbles: true, composed: true }));
  }
}

/** One sheet for every widget of a page; made by script, so that a page's Content-Security-Policy has nothing to say. */
function styleSheet(): CSSStyleSheet {
  if (!sharedSheet) {
    sharedSheet = new CSSStyleSheet();
    sharedSheet.replaceSync(styles);
  }
  return sharedSheet;
}
