import type { Citation } from '@salient/contracts/chat';
import { fill, spokenText, type MarkdownNode, type Messages } from '@salient/visitor';
import type { ChatMessage, Rating } from '../core/chat-message.js';
import { h, icon, iconButton } from './dom.js';
import { MarkdownView } from './markdown-view.js';
import { ToolsView } from './tools-view.js';

export interface MessageActions {
  regenerate(message: ChatMessage): void;
  rate(message: ChatMessage, rating: Rating | null): void;
  said(text: string): void;
}

export function userView({ text }: ChatMessage, messages: Messages): HTMLElement {
  return h('article', { class: 'message user', 'aria-label': messages.you }, h('p', { class: 'bubble' }, text));
}

const COPIED_MS = 2_000;
let views = 0;

/** An answer: what was looked up, the text, its sources, and what a visitor may do with it. */
export class AnswerView {
  readonly element: HTMLElement;
  private readonly tools: ToolsView;
  private readonly markdown: MarkdownView;
  private readonly sources = h('section', { class: 'sources' });
  private readonly note = h('p', { class: 'note' });
  private readonly actions = h('div', { class: 'actions' });
  private readonly name = `answer-${++views}`;
  private message: ChatMessage;
  private nodes: readonly MarkdownNode[] = [];

  constructor(
    message: ChatMessage,
    agentName: string,
    private readonly messages: Messages,
    private readonly on: MessageActions,
  ) {
    this.message = message;
    this.tools = new ToolsView(messages);
    this.markdown = new MarkdownView({
      messages,
      titleOf: (index) => this.message.citations.find((citation) => citation.index === index)?.title,
      cardOf: (index) => this.cardId(index),
    });
    this.sources.setAttribute('aria-label', messages.sources);
    const parts = [this.tools.element, this.markdown.element, this.sources, this.note, this.actions];
    this.element = h('article', { class: 'message agent', 'aria-label': agentName }, ...parts);
  }

  /** The answer in words, for whoever does not see it. */
  get words(): string {
    return spokenText(this.nodes);
  }

  show(message: ChatMessage, isLast: boolean): void {
    const before = this.message;
    this.message = message;
    this.nodes = this.markdown.show(message.text);
    const isRunning = message.state === 'running';
    this.element.classList.toggle('running', isRunning);
    this.element.classList.toggle('waiting', isRunning && message.text === '' && message.tools.length === 0);
    this.tools.show(message.tools, isRunning && message.text === '');
    this.note.textContent = this.noteOf(message);
    if (before.citations.length !== message.citations.length || this.sources.childElementCount === 0) this.showSources(message.citations);
    this.sources.hidden = message.citations.length === 0;
    this.showActions(isRunning ? [] : this.actionsOf(message, isLast));
  }

  private showSources(citations: readonly Citation[]): void {
    this.sources.replaceChildren(
      ...citations.map(({ index, title, list }) => {
        const label = fill(this.messages.source, { index, title });
        const words = h('span', { class: 'words' }, h('span', { class: 'title' }, title), h('span', { class: 'list' }, list));
        return h(
          'div',
          { class: 'source', id: this.cardId(index), tabindex: '-1', role: 'group', 'aria-label': label },
          h('span', { class: 'index' }, `${index}`),
          words,
        );
      }),
    );
  }

  /** Buttons that stay keep their nodes: what has the focus must not lose it. */
  private showActions(buttons: readonly HTMLButtonElement[]): void {
    const shape = (all: Iterable<Element>) =>
      [...all].map((one) => `${one.getAttribute('aria-label')}${one.getAttribute('aria-pressed')}`).join();
    if (shape(this.actions.children) === shape(buttons)) return;
    const focused = [...this.actions.children].findIndex((button) => button.matches(':focus'));
    this.actions.replaceChildren(...buttons);
    if (focused >= 0) buttons[focused]?.focus();
  }

  private actionsOf(message: ChatMessage, isLast: boolean): HTMLButtonElement[] {
    const { messages, on } = this;
    const copy = iconButton('copy', messages.copy, () => void this.copy(copy));
    const rate = (rating: Rating, label: string) => {
      const isChosen = message.feedback === rating;
      const button = iconButton(rating, label, () => on.rate(this.message, isChosen ? null : rating));
      button.setAttribute('aria-pressed', String(isChosen));
      return button;
    };
    const again = () => iconButton('again', messages.regenerate, () => on.regenerate(this.message));
    return [
      ...(navigator.clipboard && message.text !== '' ? [copy] : []),
      ...(message.id !== null && message.state !== 'failed' ? [rate('up', messages.helpful), rate('down', messages.unhelpful)] : []),
      ...(isLast && message.id !== null ? [again()] : []),
    ];
  }

  private async copy(button: HTMLButtonElement): Promise<void> {
    await navigator.clipboard.writeText(this.message.text);
    this.on.said(this.messages.copied);
    button.replaceChildren(icon('check'));
    setTimeout(() => button.replaceChildren(icon('copy')), COPIED_MS);
  }

  private noteOf({ state, text }: ChatMessage): string {
    if (state === 'stopped') return this.messages.stopped;
    if (state === 'incomplete') return this.messages.incomplete;
    if (state === 'failed') return this.messages.failed;
    return state === 'running' && text === '' ? `${this.messages.thinking} …` : '';
  }

  private cardId(index: number): string {
    return `${this.name}-source-${index}`;
  }
}
