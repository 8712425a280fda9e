import { Lexer, Tokenizer, type Token, type Tokens } from 'marked';
import { inlineNodes } from './inline.js';
import { element, type MarkdownElement, type MarkdownNode } from './markdown-node.js';

/** Beyond this a text is shown as it was written. */
const MARKDOWN_CHARACTERS_MAX = 200_000;
/** Reading marks costs the square of the length of a word that is nothing but marks; none that people write is so long. */
const WORD_CHARACTERS_MAX = 2_000;
/** Lists and quotes go no deeper than this; what is deeper stays, on the last level. */
const INDENT_MAX = 48;
const QUOTES_MAX = 16;

const ABSURD_WORD = new RegExp(`\\S{${WORD_CHARACTERS_MAX}}`);
const ABSURD_INDENT = new RegExp(`^[ \\t]{${INDENT_MAX},}`, 'gm');
const ABSURD_QUOTE = new RegExp(`^((?:[ \\t]*>){${QUOTES_MAX}})(?:[ \\t]*>)+`, 'gm');

/** HTML is text like any other, and `[1]: …` must not turn a citation into a link to somewhere else. */
class AnswerTokenizer extends Tokenizer {
  override html(): undefined {
    return undefined;
  }
  override tag(): undefined {
    return undefined;
  }
  override def(): undefined {
    return undefined;
  }
}

/** Reads markdown that nobody vouches for: of a model, a directory, a visitor. */
export function markdownTree(text: string): MarkdownNode[] {
  if (text.length > MARKDOWN_CHARACTERS_MAX || ABSURD_WORD.test(text)) return plainParagraphs(text);
  try {
    return blockNodes(new Lexer({ gfm: true, tokenizer: new AnswerTokenizer() }).lex(withinReason(text)));
  } catch {
    return plainParagraphs(text); // nested so deep in its lines that the stack is not enough
  }
}

/** The same words, nested no deeper than anybody could follow: each level costs another reading of all below it. */
function withinReason(text: string): string {
  return text.replace(ABSURD_INDENT, ' '.repeat(INDENT_MAX)).replace(ABSURD_QUOTE, '$1');
}

function plainParagraphs(text: string): MarkdownNode[] {
  return text.split(/\n{2,}/).map((paragraph) => element('p', [paragraph]));
}

function blockNodes(tokens: readonly Token[]): MarkdownNode[] {
  return tokens.flatMap(blockNode);
}

function blockNode(token: Token): MarkdownNode[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading': // one level: the page has headings of its own above
      return [element('h3', inlineNodes(token.tokens))];
    case 'paragraph':
      return [element('p', inlineNodes(token.tokens))];
    case 'code':
      return [element('pre', [element('code', [(token as Tokens.Code).text])])];
    case 'blockquote':
      return [element('blockquote', blockNodes(token.tokens ?? []))];
    case 'hr':
      return [element('hr')];
    case 'list':
      return [listNode(token as Tokens.List)];
    case 'table':
      return [tableNode(token as Tokens.Table)];
    case 'text': // the line of a list item
      return token.tokens ? inlineNodes(token.tokens) : [token.raw];
    default:
      return inlineNodes([token]);
  }
}

function listNode({ ordered, start, items }: Tokens.List): MarkdownElement {
  const children = items.map((item) => element('li', itemNodes(item)));
  if (!ordered) return element('ul', children);
  return typeof start === 'number' && start > 1 ? { tag: 'ol', start, children } : element('ol', children);
}

function itemNodes({ task, checked, tokens }: Tokens.ListItem): MarkdownNode[] {
  const nodes = blockNodes(tokens.filter(({ type }) => type !== 'checkbox'));
  return task ? [checked ? '☑ ' : '☐ ', ...nodes] : nodes;
}

function tableNode({ header, rows }: Tokens.Table): MarkdownElement {
  const row = (tag: 'th' | 'td', cells: readonly Tokens.TableCell[]) =>
    element(
      'tr',
      cells.map((cell) => element(tag, inlineNodes(cell.tokens))),
    );
  const body = rows.map((cells) => row('td', cells));
  return element('table', [element('thead', [row('th', header)]), element('tbody', body)]);
}
