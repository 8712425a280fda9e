import fc from 'fast-check';
import { isElement, type MarkdownElement, type MarkdownNode } from './markdown-node.js';
import { markdownTree } from './markdown-tree.js';
import { spokenText } from './spoken-text.js';

/** The tree as one line: `p(Hello strong(you))`. */
function sketch(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if (!isElement(node)) return `#${node.citation}`;
      return `${node.tag}${node.href ? `<${node.href}>` : ''}(${sketch(node.children)})`;
    })
    .join('');
}

const linksOf = (nodes: readonly MarkdownNode[]): string[] =>
  nodes.filter(isElement).flatMap((node) => [...(node.href === undefined ? [] : [node.href]), ...linksOf(node.children)]);

const elementsOf = (nodes: readonly MarkdownNode[]): MarkdownElement[] =>
  nodes.filter(isElement).flatMap((node) => [node, ...elementsOf(node.children)]);
const depthOf = (nodes: readonly MarkdownNode[]): number =>
  Math.max(0, ...nodes.map((node) => (isElement(node) ? 1 + depthOf(node.children) : 0)));

const TAGS = 'a blockquote br code del em h3 hr li ol p pre strong table tbody td th thead tr ul'.split(' ');
const MARKS =
  '[ ] ( ) < > ! * ** _ ` ``` ~~ | # - 1. > \\ & &#60; <script> <img onerror=x> javascript: data: https://a.b [1] [1]: |-|-|\n \n'.split(
    ' ',
  );

describe('An answer in markdown', () => {
  it.each([
    ['Hello **you** and _me_', 'p(Hello strong(you) and em(me))'],
    ['# Hours\n\n- Monday\n- Tuesday', 'h3(Hours)ul(li(Monday)li(Tuesday))'],
    ['3. three\n4. four', 'ol(li(three)li(four))'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 'table(thead(tr(th(a)th(b)))tbody(tr(td(1)td(2))))'],
    ['```js\nlet a;\n```', 'pre(code(let a;))'],
    ['Dr. Ruiz [1] and Dr. Ito [2, 3].', 'p(Dr. Ruiz #1 and Dr. Ito #2#3.)'],
    ['R&amp;D &lt;b&gt; &#39;quoted&#39;', "p(R&D <b> 'quoted')"],
    ['Write to info@example.org', 'p(Write to a<mailto:info@example.org>(info@example.org))'],
    ['[call](tel:+15550101)', 'p(a<tel:+15550101>(call))'],
  ])('%j becomes %s', (text, expected) => {
    expect(sketch(markdownTree(text))).toBe(expected);
  });

  it.each([
    ['<script>alert(1)</script>', 'p(<script>alert(1)</script>)'],
    ['<img src=x onerror=alert(1)>', 'p(<img src=x onerror=alert(1)>)'],
    ['a <b onclick="x()">b</b>', 'p(a <b onclick="x()">b</b>)'],
    ['![a clinic](https://evil.example/pixel.png)', 'p(a clinic)'],
    ['[click](javascript:alert(1))', 'p(click)'],
    ['[click](java&#x0A;script:alert(1))', 'p(click)'],
    ['[click](data:text/html,<b>)', 'p(click)'],
    ['[click](/relative)', 'p(click)'],
    ['See [1].\n\n[1]: https://evil.example', 'p(See #1.)p(#1: a<https://evil.example/>(https://evil.example))'],
  ])('%j is nothing but text: %s', (text, expected) => {
    expect(sketch(markdownTree(text))).toBe(expected);
  });

  it('never holds a link of another scheme, whatever it is written from', () => {
    const pieces = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '!',
      'javascript:',
      'data:',
      'https://a.example',
      '\\',
      '`',
      '\n',
      '&#106;',
      ' ',
      'x',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        for (const href of linksOf(markdownTree(parts.join('')))) expect(href).toMatch(/^(https?:|mailto:|tel:)/);
      }),
    );
  });

  const anything = fc
    .array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom(...MARKS)), { maxLength: 40 })
    .map((parts) => parts.join(''));

  it('is read whatever it is: into elements of the list, with a link’s address and a number to begin with, and nothing else', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const { tag, children: _children, ...attributes } of elementsOf(markdownTree(text))) {
          expect(TAGS).toContain(tag);
          for (const name of Object.keys(attributes)) expect([`${tag} ${name}`]).toContain(name === 'href' ? 'a href' : 'ol start');
        }
      }),
    );
  });

  it('keeps every word, whatever marks stand around it', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const mark = fc.constantFrom(
      ' ',
      '\n',
      '\n\n',
      ' *',
      '* ',
      ' **',
      '** ',
      '_ ',
      ' `',
      '` ',
      '\n- ',
      '\n> ',
      '\n# ',
      '\n1. ',
      ' | ',
      ' ~~',
      ' <b>',
      ' ![',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, word), { maxLength: 30 }), (parts) => {
        const said = spokenText(markdownTree(parts.flat().join(''))).replace(/<b>/g, ' ');
        expect(said.replace(/[^a-z]/g, '')).toBe(parts.map(([, text]) => text).join(''));
      }),
    );
  });

  it('nests no deeper than anybody could follow, and loses nothing by it', () => {
    const list = Array.from({ length: 400 }, (_, depth) => `${' '.repeat(2 * depth)}- level${depth}`).join('\n');
    const tree = markdownTree(`${list}\n\n${'>'.repeat(5_000)} deep`);
    expect(depthOf(tree)).toBeLessThan(100);
    expect(spokenText(tree).match(/level\d+|deep/g)).toHaveLength(401);
    expect(sketch(markdownTree('_a'.repeat(5_000)))).toBe(`p(${'_a'.repeat(5_000)})`);
  });

  it('is spoken in words, a line for each block', () => {
    expect(spokenText(markdownTree('I found **two** [1]:\n\n- Dr. Ruiz\n- Dr. Ito'))).toBe('I found two :\nDr. Ruiz\nDr. Ito');
  });
});
