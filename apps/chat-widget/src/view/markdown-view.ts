import { isElement, markdownTree, type MarkdownElement, type MarkdownNode, type Messages } from '@salient/visitor';
import { h } from './dom.js';

export interface MarkdownContext {
  readonly messages: Messages;
  /** What a citation is called; undefined when the answer has none of that number. */
  titleOf(citation: number): string | undefined;
  /** The id of the citation's card. */
  cardOf(citation: number): string;
}

/** Shows an answer while it grows: a block that has not changed keeps its nodes, and with them a visitor's selection. */
export class MarkdownView {
  readonly element = h('div', { class: 'prose' });
  private shown: string[] = [];

  constructor(private readonly context: MarkdownContext) {}

  show(text: string): readonly MarkdownNode[] {
    const blocks = markdownTree(text);
    const sketches = blocks.map((block) => JSON.stringify(this.sketchOf(block)));
    blocks.forEach((block, index) => {
      if (sketches[index] === this.shown[index]) return;
      const node = this.node(block);
      const before = this.element.childNodes[index];
      if (before) before.replaceWith(node);
      else this.element.append(node);
    });
    while (this.element.childNodes.length > blocks.length) this.element.lastChild!.remove();
    this.shown = sketches;
    return blocks;
  }

  /** What a block looks like; a citation looks another way once its card is there. */
  private sketchOf(node: MarkdownNode): unknown {
    if (typeof node === 'string') return node;
    if (isElement(node)) return { ...node, children: node.children.map((child) => this.sketchOf(child)) };
    return [node.citation, this.context.titleOf(node.citation)];
  }

  private node(node: MarkdownNode): Node {
    if (typeof node === 'string') return document.createTextNode(node);
    return isElement(node) ? this.elementOf(node) : this.citation(node.citation);
  }

  private elementOf({ tag, href, start, children }: MarkdownElement): HTMLElement {
    const nodes = children.map((child) => this.node(child));
    if (tag === 'a') return h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, ...nodes);
    const element = h(tag, start === undefined ? {} : { start: String(start) }, ...nodes);
    // What is wider than the page scrolls by itself, with the keyboard as well.
    if (tag === 'table')
      return h('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': this.context.messages.table }, element);
    if (tag === 'pre') return h('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': this.context.messages.code }, element);
    return element;
  }

  private citation(index: number): Node {
    const title = this.context.titleOf(index);
    if (title === undefined) return document.createTextNode(`[${index}]`);
    const show = () => {
      const root = this.element.getRootNode() as Document | ShadowRoot;
      root.getElementById(this.context.cardOf(index))?.focus();
    };
    const label = `${this.context.messages.source.replace('{index}', String(index)).replace('{title}', () => title)}`;
    return h('button', { type: 'button', class: 'mark', 'aria-label': label, title, onclick: show }, String(index));
  }
}
