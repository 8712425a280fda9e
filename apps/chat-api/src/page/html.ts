import { isElement, type MarkdownNode } from '@salient/visitor';

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

/** An answer in markdown as HTML, for a browser that runs no script. */
export function markdownHtml(nodes: readonly MarkdownNode[]): Html {
  return new Html(nodes.map(nodeText).join(''));
}

function nodeText(node: MarkdownNode): string {
  if (typeof node === 'string') return escaped(node);
  if (!isElement(node)) return escaped(`[${node.citation}]`);
  const { tag, href, start, children } = node;
  const link = href === undefined ? '' : ` href="${escaped(href)}" rel="noopener noreferrer nofollow"`;
  const from = start === undefined ? '' : ` start="${start}"`;
  if (EMPTY_ELEMENTS.has(tag)) return `<${tag}>`;
  return `<${tag}${link}${from}>${children.map(nodeText).join('')}</${tag}>`;
}
