import { isElement, type MarkdownNode } from './markdown-node.js';

const BLOCKS = new Set(['blockquote', 'br', 'h3', 'hr', 'li', 'p', 'pre', 'td', 'th', 'tr']);

/** What a screen reader says of an answer: its words, a line for each block, without marks and citation numbers. */
export function spokenText(nodes: readonly MarkdownNode[]): string {
  return linesOf(nodes)
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

function linesOf(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if (!isElement(node)) return '';
      const text = linesOf(node.children);
      return BLOCKS.has(node.tag) ? `\n${text}\n` : text;
    })
    .join('');
}
