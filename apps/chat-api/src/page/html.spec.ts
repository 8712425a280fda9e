import { markdownTree, messagesIn } from '@salient/visitor';
import fc from 'fast-check';
import { html, markdownHtml } from './html.js';

const marks = { words: messagesIn('en'), titleOf: () => '"><script>', cardOf: (index: number) => `card-${index}` };
/** Tags that the server's writer may make, with nothing in them but what it writes itself. */
const TAG =
  /^<\/?(?:blockquote|br|code|del|em|h3|hr|li|ol(?: start="\d+")?|p|pre|strong|table|tbody|td|th|thead|tr|ul|a|a href="(?:https?:|mailto:|tel:)[^"<>]*" rel="noopener noreferrer nofollow"|a class="mark" href="#card-\d+" aria-label="[^"<>]*" title="[^"<>]*")>$/;

describe('HTML for a browser that runs no script', () => {
  it('has no tag and no attribute but the writer’s own, whatever an answer says', () => {
    const pieces = fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom(
        '<script>',
        '<a href="',
        '"',
        "'",
        '&quot;',
        '[x](https://a.example/"onclick=")',
        '[1]',
        '**',
        '\n\n',
        '`',
        '- ',
        '<',
        '>',
      ),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const { text } = markdownHtml(markdownTree(parts.join('')), marks);
        for (const [tag] of text.matchAll(/<[^>]*>?/g)) expect(tag).toMatch(TAG);
      }),
    );
  });

  it('takes what is put into a template for text', () => {
    expect(html`<p title="${'"><b>'}">${'<i>'}${html`<b>ours</b>`}${null}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;b&gt;">&lt;i&gt;<b>ours</b></p>',
    );
  });
});
