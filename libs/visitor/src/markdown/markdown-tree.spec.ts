import fc from 'fast-check';
import { isElement, type MarkdownNode } from './markdown-node.js';
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

  it('is shown as it was written when it is nested beyond reason', () => {
    expect(sketch(markdownTree('>'.repeat(50_000))).replaceAll('>', '')).toMatch(/^(p|blockquote)\(/);
  });

  it('is spoken in words, a line for each block', () => {
    expect(spokenText(markdownTree('I found **two** [1]:\n\n- Dr. Ruiz\n- Dr. Ito'))).toBe('I found two :\nDr. Ruiz\nDr. Ito');
  });
});
