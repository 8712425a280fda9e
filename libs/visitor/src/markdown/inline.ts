import type { Token, Tokens } from 'marked';
import { element, type MarkdownNode } from './markdown-node.js';
import { plainCharacters } from './plain-characters.js';
import { safeLink } from './safe-link.js';

/** What runs inside a line. What is not known here stays the text that it is. */
export function inlineNodes(tokens: readonly Token[] | undefined): MarkdownNode[] {
  return (tokens ?? []).flatMap(inlineNode);
}

function inlineNode(token: Token): MarkdownNode[] {
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return [element(token.type, inlineNodes(token.tokens))];
    case 'codespan':
      return [element('code', [(token as Tokens.Codespan).text])];
    case 'br':
      return [element('br')];
    case 'link':
      return linkNode(token as Tokens.Link);
    case 'image': // a picture would tell its server who reads: its description stands for it
      return [plainCharacters((token as Tokens.Image).text)];
    case 'escape':
      return [(token as Tokens.Escape).text];
    case 'text':
      return token.tokens ? inlineNodes(token.tokens) : withCitations(plainCharacters((token as Tokens.Text).text));
    default:
      return [token.raw];
  }
}

function linkNode({ href, tokens }: Tokens.Link): MarkdownNode[] {
  const address = safeLink(plainCharacters(href));
  const children = inlineNodes(tokens);
  return address === undefined ? children : [{ tag: 'a', href: address, children }];
}

/** Splits text at `[n]` and `[n, m]`. */
export function withCitations(text: string): MarkdownNode[] {
  return text
    .split(/(\[\d{1,3}(?:, ?\d{1,3})*\])/)
    .flatMap((part, index): MarkdownNode[] => (index % 2 === 0 ? [part] : marksOf(part)))
    .filter((part) => part !== '');
}

function marksOf(brackets: string): MarkdownNode[] {
  return brackets.match(/\d+/g)!.map((citation) => ({ citation: Number(citation) }));
}
