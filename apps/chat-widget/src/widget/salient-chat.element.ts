import { chooseLanguage, fill, messagesIn, type Language, type Messages } from '@salient/visitor';
import type { ChatMessage } from '../core/chat-message.js';
import styles from '../styles/widget.css';
import { applyAccent } from '../view/accent.js';
import { h, icon } from '../view/dom.js';
import type { ChatAddress } from '../core/chat-api.js';
import { EmbeddedChat } from './embedded-chat.js';
import { loadProblemOf, loadProblemWords } from './load-problem.js';
import { giveStorageKeyBack, takeStorageKey } from './storage-key.js';

/** Where widget.js came from is where the chat is. Later code has no current script: read it now. */
const scriptOrigin = document.currentScript instanceof HTMLScriptElement ? new URL(document.currentScript.src).origin : location.origin;

let sharedSheet: CSSStyleSheet | undefined;

/**
 * `<salient-chat account agent token [mode=bubble|inline|full] [theme=light|dark] [lang] [api]>`: a chat in a page that is not
 * ours. It lives in a shadow root of its own, sets no cookie and loads nothing else.
 */
export class SalientChatElement extends HTMLElement {
  static readonly observedAttributes = ['account', 'agent', 'token', 'api', 'mode', 'lang'];

  private readonly root = this.attachShadow({ mode: 'open' });
  private frame: HTMLElement | null = null;
  private panel!: HTMLElement;
  private launcher!: HTMLButtonElement;
  private loading: Promise<EmbeddedChat> | null = null;
  private chat: EmbeddedChat | null = null;
  private key = '';
  private isChanging = false;

  connectedCallback(): void {
    if (this.frame) return this.rise(); // moved within the page
    this.root.adoptedStyleSheets = [styleSheet()];
    this.build();
  }

  disconnectedCallback(): void {
    queueMicrotask(() => this.isConnected || this.tearDown());
  }

  /** Frameworks set attributes one by one, also when the element is there already: it begins anew with all of them. */
  attributeChangedCallback(): void {
    if (!this.frame || this.isChanging) return;
    this.isChanging = true;
    queueMicrotask(() => {
      this.isChanging = false;
      this.tearDown();
      if (this.isConnected) this.build();
    });
  }

  /** Opens the panel, and answers when a visitor can write. */
  async open(): Promise<void> {
    if (this.isBubble && this.panel.hidden) {
      this.panel.hidden = false;
      this.launcher.setAttribute('aria-expanded', 'true');
      this.launcher.replaceChildren(icon('close'));
      this.tell('open', {});
    }
    await this.load().then(
      ({ view }) => view.focus(),
      () => undefined, // the panel says it, and so does the event
    );
  }

  close(): void {
    if (!this.isBubble || this.panel.hidden) return;
    const hadFocus = this.root.activeElement !== null;
    this.panel.hidden = true;
    this.launcher.setAttribute('aria-expanded', 'false');
    this.launcher.replaceChildren(icon('chat'));
    if (hadFocus) this.launcher.focus();
    this.tell('close', {});
  }

  /**
   * Goes on with the conversation of a visitor that the site knows, and keeps nothing of it in the browser.
   *
   * @param sessionToken of a session that the site's own server has opened, or has renewed
   * @throws TypeError when it is none, or what keeps the chat from loading
   */
  async identify(sessionToken: string): Promise<void> {
    const { client } = await this.load();
    await client.identify(sessionToken);
  }

  private get isBubble(): boolean {
    return !['inline', 'full'].includes(this.getAttribute('mode') ?? 'bubble');
  }

  private get language(): Language {
    return chooseLanguage([this.getAttribute('lang'), ...navigator.languages]);
  }

  private get messages(): Messages {
    return messagesIn(this.language);
  }

  /** Where chat-api is. */
  private get api(): string {
    return new URL(this.getAttribute('api') ?? scriptOrigin, location.href).origin;
  }

  private get address(): ChatAddress {
    return { api: this.api, account: this.getAttribute('account') ?? '', agent: this.getAttribute('agent') ?? '' };
  }

  private build(): void {
    const { api, account, agent } = this.address;
    this.key = takeStorageKey(`salient:${api}/${account}/${agent}`);
    this.panel = h('div', { class: 'panel', id: 'panel', hidden: this.isBubble });
    this.launcher = h('button', { class: 'launcher', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'panel' }, icon('chat'));
    this.launcher.addEventListener('click', () => void (this.panel.hidden ? this.open() : this.close()));
    this.frame = h('div', { class: this.isBubble ? 'frame bubble' : 'frame' }, this.panel, this.isBubble && this.launcher);
    // What a visitor types is not for the shortcuts of the page around it.
    for (const type of ['keydown', 'keyup', 'keypress']) this.frame.addEventListener(type, (event) => event.stopPropagation());
    if (this.isBubble) {
      this.panel.setAttribute('role', 'dialog');
      this.panel.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
    }
    this.name('');
    this.showWaiting();
    this.root.replaceChildren(this.frame);
    this.rise();
    this.load().catch(() => undefined);
  }

  /** Above everything, whatever holds the element: nothing clips, turns or covers the bubble. */
  private rise(): void {
    if (!this.isBubble || !this.frame?.showPopover) return;
    this.frame.setAttribute('popover', 'manual');
    this.frame.showPopover();
  }

  private tearDown(): void {
    this.chat?.end();
    if (this.frame) giveStorageKeyBack(this.key);
    this.chat = this.loading = this.frame = null;
    this.root.replaceChildren();
  }

  /** Asks once who the agent is; after a failure, again when it is wanted. */
  private load(): Promise<EmbeddedChat> {
    if (this.loading) return this.loading;
    const loading = this.start().catch(async (error: unknown) => {
      const problem = await loadProblemOf(error, this.api);
      if (this.loading === loading) this.showProblem(problem);
      throw problem;
    });
    this.loading = loading;
    return loading;
  }

  private async start(): Promise<EmbeddedChat> {
    const { frame, address, key } = this;
    const close = this.isBubble ? { onClose: () => this.close() } : {};
    const chat = await EmbeddedChat.load({
      address,
      key,
      token: this.getAttribute('token') ?? '',
      events: {
        message: (text) => this.tell('message', { text }),
        answer: (message) => this.tell('answer', answerDetail(message)),
        error: (error) => this.tell('error', error),
      },
      view: { language: this.language, headingLevel: 2, ...close },
    });
    if (this.frame !== frame) {
      chat.end(); // taken away, or changed, while it was loading
      throw new DOMException('The chat was taken away.', 'AbortError');
    }
    this.present(chat);
    return chat;
  }

  private present(chat: EmbeddedChat): void {
    this.chat = chat;
    this.name(chat.agent.name);
    applyAccent(this.launcher, chat.agent.theme['accent']);
    this.panel.replaceChildren(chat.view.element);
    this.tell('ready', { name: chat.agent.name });
    void chat.client.restore();
  }

  private showWaiting(): void {
    this.panel.replaceChildren(
      h('div', { class: 'chat state', lang: this.language }, h('p', { role: 'status' }, `${this.messages.loading} …`)),
    );
  }

  private showProblem(problem: Error): void {
    this.loading = null;
    const again = h('button', { type: 'button', class: 'again', onclick: () => this.tryAgain() }, this.messages.retry);
    const words = h('p', { role: 'alert' }, loadProblemWords(problem, this.messages));
    this.panel.replaceChildren(h('div', { class: 'chat state', lang: this.language }, words, again));
    this.tell('error', problem);
  }

  private tryAgain(): void {
    this.showWaiting();
    void this.open();
  }

  private name(name: string): void {
    const { chatWith, open } = this.messages;
    this.panel.setAttribute('aria-label', fill(chatWith, { name }).trim());
    this.launcher.setAttribute('aria-label', fill(open, { name }).trim());
  }

  /** `salient:ready`, `:open`, `:close`, `:message`, `:answer`, `:error`: they leave the shadow root. */
  private tell(name: string, detail: unknown): void {
    const told = detail instanceof Error ? { code: 'code' in detail ? detail.code : detail.name, message: detail.message } : detail;
    this.dispatchEvent(new CustomEvent(`salient:${name}`, { detail: told, bubbles: true, composed: true }));
  }
}

function answerDetail({ id, text, state, citations }: ChatMessage): object {
  return { id, text, status: state, citations };
}

/** One sheet for every widget of a page; made by script, so that a page's Content-Security-Policy has nothing to say. */
function styleSheet(): CSSStyleSheet {
  if (!sharedSheet) {
    sharedSheet = new CSSStyleSheet();
    sharedSheet.replaceSync(styles);
  }
  return sharedSheet;
}
