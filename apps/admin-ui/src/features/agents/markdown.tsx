import { isElement, markdownTree, type MarkdownNode } from '@salient/visitor';
import { createElement, useMemo, type ReactNode } from 'react';

/** An answer in markdown: elements of a short list, and text that stays text. */
export function Markdown({ text }: { readonly text: string }) {
  const tree = useMemo(() => markdownTree(text), [text]);
  return <div className="agents-prose">{tree.map(nodeOf)}</div>;
}

function nodeOf(node: MarkdownNode, key: number): ReactNode {
  if (typeof node === 'string') return node;
  if (!isElement(node)) return <sup key={key}>[{node.citation}]</sup>;
  const { tag, href, start, children } = node;
  const link = tag === 'a' ? { href, target: '_blank', rel: 'noopener noreferrer nofollow' } : {};
  return createElement(tag, { key, ...link, ...(start === undefined ? {} : { start }) }, ...children.map(nodeOf));
}
