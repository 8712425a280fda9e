import { fill, isElement, type MarkdownNode, type Messages } from '@salient/visitor';

/** Text that is HTML already: made by {@link html} alone. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = string | number | Html | null | false | undefined | readonly Html[];

/** A template of HTML. What is put into it is text, unless it comes from another such template. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.map((part, index) => part + (index < values.length ? written(values[index]) : '')).join(''));
}

function written(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  return typeof value === 'object' ? value.map(({ text }) => text).join('') : escaped(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

const EMPTY_ELEMENTS = new Set(['br', 'hr']);

/** What an answer's `[n]` refer to. */
export interface CitationMarks {
  readonly words: Messages;
  /** Undefined when the answer has no citation of that number. */
  titleOf(citation: number): string | undefined;
  /** The id of the citation's card. */
  cardOf(citation: number): string;
}

/** An answer in markdown as HTML, for a browser that runs no script. */
export function markdownHtml(nodes: readonly MarkdownNode[], marks: CitationMarks): Html {
  return new Html(nodes.map((node) => nodeText(node, marks)).join(''));
}

function nodeText(node: MarkdownNode, marks: CitationMarks): string {
  if (typeof node === 'string') return escaped(node);
  if (!isElement(node)) return markText(node.citation, marks);
  const { tag, href, start, children } = node;
  const link = href === undefined ? '' : ` href="${escaped(href)}" rel="noopener noreferrer nofollow"`;
  const from = start === undefined ? '' : ` start="${start}"`;
  if (EMPTY_ELEMENTS.has(tag)) return `<${tag}>`;
  return `<${tag}${link}${from}>${children.map((child) => nodeText(child, marks)).join('')}</${tag}>`;
}

function markText(index: number, { words, titleOf, cardOf }: CitationMarks): string {
  const title = titleOf(index);
  if (title === undefined) return `[${index}]`;
  return html`<a class="mark" href="#${cardOf(index)}" aria-label="${fill(words.source, { index, title })}" title="${title}">${index}</a>`
    .text;
}
