/** The elements that an answer may become. There is none that loads, runs or submits anything. */
export type MarkdownTag =
  | 'a'
  | 'blockquote'
  | 'br'
  | 'code'
  | 'del'
  | 'em'
  | 'h3'
  | 'hr'
  | 'li'
  | 'ol'
  | 'p'
  | 'pre'
  | 'strong'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'thead'
  | 'tr'
  | 'ul';

export interface MarkdownElement {
  readonly tag: MarkdownTag;
  /** Of a link: its address, which is absolute and of a scheme that may be followed. */
  readonly href?: string;
  /** Of an ordered list that does not begin with 1. */
  readonly start?: number;
  readonly children: readonly MarkdownNode[];
}

/** `[n]` in the text of an answer: the number of a citation. */
export interface CitationMark {
  readonly citation: number;
}

/** What a text in markdown says, as plain data: whoever shows it makes nodes of these and nothing else. */
export type MarkdownNode = string | CitationMark | MarkdownElement;

export function isElement(node: MarkdownNode): node is MarkdownElement {
  return typeof node === 'object' && 'tag' in node;
}

export function element(tag: MarkdownTag, children: readonly MarkdownNode[] = []): MarkdownElement {
  return { tag, children };
}
