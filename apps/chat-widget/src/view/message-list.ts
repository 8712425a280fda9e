import type { Messages } from '@salient/visitor';
import type { ChatMessage } from '../core/chat-message.js';
import type { Announcer } from './announcer.js';
import { h, iconButton } from './dom.js';
import { AnswerView, userView, type MessageActions } from './message-view.js';
import { toolsWords } from './tool-words.js';

/** How near to where the words come a visitor has to be for them to move the page. */
const NEAR_PX = 80;
/** What is left above a question that has come to the top. */
const MARGIN_PX = 20;

interface Row {
  readonly element: HTMLElement;
  readonly answer: AnswerView | null;
  shown: ChatMessage | null;
  wasLast: boolean;
}

/**
 * The conversation. It follows a growing answer until the question has come to the top, so that nobody has to read what runs
 * away; and it stays where the visitor reads once he has gone elsewhere.
 */
export class MessageList {
  readonly element: HTMLElement;
  private readonly list = h('div', { class: 'messages' });
  private readonly latest: HTMLButtonElement;
  private readonly rows = new Map<string, Row>();
  private isFollowing = true;
  private question: HTMLElement | null = null;

  constructor(
    private readonly agentName: string,
    private readonly messages: Messages,
    private readonly announcer: Announcer,
    private readonly actions: MessageActions,
    welcome: HTMLElement,
    heading: 'h2' | 'h3',
  ) {
    this.latest = iconButton('down_arrow', messages.latest, () => this.toEnd(), 'icon latest');
    this.latest.hidden = true;
    const attributes = {
      class: 'log',
      tabindex: '0',
      role: 'region',
      'aria-label': messages.conversation,
      onscroll: () => this.noteScroll(),
    };
    this.element = h('div', attributes, h(heading, { class: 'unseen' }, messages.conversation), welcome, this.list, this.latest);
  }

  show(messages: readonly ChatMessage[]): void {
    const keys = new Set(messages.map(({ key }) => key));
    for (const [key, { element }] of this.rows) {
      if (keys.has(key)) continue;
      element.remove();
      this.rows.delete(key);
    }
    messages.forEach((message, index) => this.showRow(message, index, index === messages.length - 1));
    this.follow();
  }

  /** Shows what has come, if the visitor is where it comes. */
  follow(): void {
    if (this.isFollowing) this.element.scrollTop = Math.max(this.element.scrollTop, this.whereWordsCome);
    this.noteScroll();
  }

  private toEnd(): void {
    this.element.scrollTop = this.element.scrollHeight;
  }

  private get end(): number {
    return this.element.scrollHeight - this.element.clientHeight;
  }

  private get whereWordsCome(): number {
    return Math.min(this.end, this.question?.isConnected ? this.question.offsetTop - MARGIN_PX : Infinity);
  }

  private showRow(message: ChatMessage, index: number, isLast: boolean): void {
    const row = this.rows.get(message.key) ?? this.addRow(message);
    if (this.list.children[index] !== row.element) this.list.insertBefore(row.element, this.list.children[index] ?? null);
    if (row.shown === message && row.wasLast === isLast) return;
    row.answer?.show(message, isLast);
    if (row.answer) this.announce(row.shown, message, row.answer);
    row.shown = message;
    row.wasLast = isLast;
  }

  private addRow(message: ChatMessage): Row {
    const answer = message.role === 'assistant' ? new AnswerView(message, this.agentName, this.messages, this.actions) : null;
    const row = { element: answer?.element ?? userView(message, this.messages), answer, shown: null, wasLast: false };
    this.rows.set(message.key, row);
    if (answer && message.state === 'running') this.announcer.begin();
    if (message.role === 'user') {
      this.isFollowing = true; // one's own words are always in sight
      this.question = row.element;
    }
    return row;
  }

  /** History is not read out, only what comes while the visitor waits. */
  private announce(before: ChatMessage | null, message: ChatMessage, answer: AnswerView): void {
    if (before?.state !== 'running') return;
    const hasBegun = ({ text, state }: ChatMessage) => text !== '' || state !== 'running';
    if (message.tools.length > 0 && hasBegun(message) && !hasBegun(before)) this.announcer.say(toolsWords(message.tools, this.messages));
    this.announcer.follow(answer.words, message.state !== 'running');
    if (message.state === 'failed') this.announcer.say(this.messages.failed);
    if (message.state === 'stopped') this.announcer.say(this.messages.stopped);
  }

  private noteScroll(): void {
    const { scrollTop } = this.element;
    this.isFollowing = scrollTop >= this.whereWordsCome - NEAR_PX;
    this.latest.hidden = scrollTop >= this.end - NEAR_PX;
  }
}
