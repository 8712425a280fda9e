import type { Messages } from '@salient/visitor';
import type { ChatMessage } from '../core/chat-message.js';
import type { Announcer } from './announcer.js';
import { h, iconButton } from './dom.js';
import { AnswerView, userView, type MessageActions } from './message-view.js';
import { toolWords } from './tool-line.js';

/** How near to the end a visitor has to be for new words to move the page. */
const NEAR_END_PX = 80;

interface Row {
  readonly element: HTMLElement;
  readonly answer: AnswerView | null;
  shown: ChatMessage | null;
  wasLast: boolean;
}

/** The conversation. It follows a growing answer while the visitor is at its end, and stays where he reads otherwise. */
export class MessageList {
  readonly element: HTMLElement;
  private readonly list = h('div', { class: 'messages' });
  private readonly latest: HTMLButtonElement;
  private readonly rows = new Map<string, Row>();
  private isAtEnd = true;

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
    if (this.isAtEnd) this.toEnd();
    this.noteScroll();
  }

  toEnd(): void {
    this.isAtEnd = true;
    this.element.scrollTop = this.element.scrollHeight;
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
    if (message.role === 'user') this.isAtEnd = true; // one's own words are always in sight
    return row;
  }

  /** History is not read out, only what comes while the visitor waits. */
  private announce(before: ChatMessage | null, message: ChatMessage, answer: AnswerView): void {
    if (before?.state !== 'running') return;
    const wasDone = (id: string) => before.tools.some((tool) => tool.tool_call_id === id && tool.state !== 'started');
    for (const tool of message.tools)
      if (tool.state !== 'started' && !wasDone(tool.tool_call_id)) this.announcer.say(toolWords(tool, this.messages));
    this.announcer.follow(answer.words, message.state !== 'running');
    if (message.state === 'failed') this.announcer.say(this.messages.failed);
    if (message.state === 'stopped') this.announcer.say(this.messages.stopped);
  }

  private noteScroll(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.element;
    this.isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    this.latest.hidden = this.isAtEnd;
  }
}
