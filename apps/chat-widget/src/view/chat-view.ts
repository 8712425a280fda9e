import type { PublicAgent } from '@salient/contracts/chat';
import { messagesIn, type Language, type Messages } from '@salient/visitor';
import type { ChatClient } from '../core/chat-client.js';
import type { Notice } from '../core/chat-state.js';
import { applyAccent } from './accent.js';
import { Announcer } from './announcer.js';
import { Composer } from './composer.js';
import { h, iconButton } from './dom.js';
import { MessageList } from './message-list.js';

export interface ChatViewOptions {
  readonly agent: PublicAgent;
  readonly language: Language;
  /** 1 where the chat is the page, 2 where it is a part of one. */
  readonly headingLevel: 1 | 2;
  /** What stands in the field already. */
  readonly draft?: string;
  /** Present where the chat can be closed. */
  readonly onClose?: () => void;
}

/** The chat, on a page of its own or inside the widget: the same parts, the same words. */
export class ChatView {
  readonly element: HTMLElement;
  private readonly messages: Messages;
  private readonly announcer: Announcer;
  private readonly list: MessageList;
  private readonly composer: Composer;
  private readonly welcome: HTMLElement;
  private readonly banner = h('p', { class: 'banner', hidden: true });
  private readonly conversationButtons: readonly HTMLButtonElement[];
  private readonly detached = new AbortController();
  private frame = 0;

  constructor(
    private readonly client: ChatClient,
    { agent, language, headingLevel, draft = '', onClose }: ChatViewOptions,
  ) {
    this.messages = messagesIn(language);
    this.announcer = new Announcer(language);
    this.welcome = this.welcomeOf(agent);
    const actions = {
      regenerate: (message: Parameters<ChatClient['regenerate']>[0]) => void client.regenerate(message),
      rate: (...args: Parameters<ChatClient['rate']>) => {
        void client.rate(...args);
        if (args[1]) this.announcer.say(this.messages.thanks);
      },
      said: (text: string) => this.announcer.say(text),
    };
    this.list = new MessageList(agent.name, this.messages, this.announcer, actions, this.welcome, headingLevel === 1 ? 'h2' : 'h3');
    this.composer = new Composer(this.messages, agent.limits.message_characters_max, {
      send: (text) => void client.send(text),
      stop: () => void client.stop(),
    });
    this.conversationButtons = [
      iconButton('fresh', this.messages.startOver, () => this.leave(() => client.startOver())),
      iconButton('erase', this.messages.erase, () => this.leave(() => void client.erase())),
    ];
    const disclosure = h('p', { class: 'disclosure' }, this.messages.disclosure);
    const foot = h('div', { class: 'foot' }, this.banner, this.composer.element, disclosure);
    this.element = h(
      'div',
      { class: 'chat', lang: language },
      this.head(agent, headingLevel === 1 ? 'h1' : 'h2', onClose),
      this.list.element,
      foot,
      this.announcer.element,
    );
    applyAccent(this.element, agent.theme['accent']);
    client.subscribe(() => this.schedule());
    for (const name of ['online', 'offline']) addEventListener(name, () => this.schedule(), { signal: this.detached.signal });
    this.composer.restore(draft);
    this.show();
  }

  focus(): void {
    this.composer.focus();
    this.list.follow();
  }

  /** The view is not looked at any more. */
  detach(): void {
    this.detached.abort();
  }

  private leave(how: () => void): void {
    how();
    this.composer.focus();
  }

  private head({ name, description }: PublicAgent, heading: 'h1' | 'h2', onClose: (() => void) | undefined): HTMLElement {
    const title = h('div', { class: 'title' }, h(heading, {}, name), description !== '' && h('p', {}, description));
    const close = onClose && iconButton('close', this.messages.close, onClose);
    return h('header', { class: 'head' }, mark(name), title, ...this.conversationButtons, close);
  }

  private welcomeOf({ name, greeting, suggestions }: PublicAgent): HTMLElement {
    const suggest = (text: string) => {
      this.composer.focus();
      void this.client.send(text);
    };
    const buttons = suggestions.map((text) => h('button', { type: 'button', onclick: () => suggest(text) }, text));
    return h(
      'div',
      { class: 'welcome' },
      mark(name),
      h('p', { class: 'greeting' }, greeting || name),
      h('div', { class: 'suggestions' }, ...buttons),
    );
  }

  /** At most once for each picture that the screen shows, however fast the words come. */
  private schedule(): void {
    this.frame ||= requestFrame(() => {
      this.frame = 0;
      this.show();
    });
  }

  private show(): void {
    const { messages, isRestoring, isAnswering, isConnected, notice, unsent } = this.client.state;
    const isEmpty = messages.length === 0;
    this.welcome.hidden = !isEmpty || isRestoring;
    this.element.classList.toggle('empty', isEmpty);
    for (const button of this.conversationButtons) button.hidden = isEmpty;
    this.list.show(messages);
    this.composer.show(isAnswering, isRestoring);
    this.showBanner(isConnected, notice);
    if (unsent === null) return;
    this.composer.restore(unsent);
    this.client.takeUnsent();
  }

  private showBanner(isConnected: boolean, notice: Notice | null): void {
    const { messages } = this;
    const text = !navigator.onLine ? messages.offline : !isConnected ? messages.reconnecting : notice ? messages[notice] : '';
    if (text === this.banner.textContent) return;
    this.banner.textContent = text;
    this.banner.hidden = text === '';
    this.announcer.say(text);
  }
}

/** A page in the background draws nothing, and must not fall behind. */
function requestFrame(callback: () => void): number {
  return document.hidden ? Number(setTimeout(callback, 100)) : requestAnimationFrame(callback);
}

function mark(name: string): HTMLElement {
  return h('span', { class: 'badge', 'aria-hidden': 'true' }, [...name][0]?.toUpperCase() ?? '');
}
