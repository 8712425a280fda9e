import fc from 'fast-check';
import { builtInSchemas } from '../built-in-schemas.js';
import { SchemaUnusable } from './schema.errors.js';
import { readDocument, writeDocument } from './schema-text.js';

describe('a schema as a text', () => {
  it.each(['json', 'yaml'] as const)('comes back from %s as it was, and makes the same bytes again', (format) => {
    const documents = fc
      .jsonValue({ noUnicodeString: false, stringUnit: 'grapheme' })
      .map((value) => ({ value, keys: { a: value, '1a': 'no', y: 'yes' } }));
    fc.assert(
      fc.property(documents, (document) => {
        const text = writeDocument(document, format);
        const read = readDocument(text);
        expect(JSON.stringify(read)).toBe(JSON.stringify(document));
        expect(writeDocument(read, format)).toBe(text);
      }),
    );
    for (const schema of Object.values(builtInSchemas))
      expect(JSON.stringify(readDocument(writeDocument(schema, format)))).toBe(JSON.stringify(schema));
  });

  it('keeps words that older YAML takes for something else', () => {
    expect(readDocument('a: no\nb: 2026-01-31\nc: 0o17\nd: 1e3\n')).toEqual({ a: 'no', b: '2026-01-31', c: 15, d: 1000 });
  });

  it.each([
    ['a broken text', 'a: [1, 2', 'invalid_document'],
    ['a key that comes twice', 'a: 1\na: 2', 'invalid_document'],
    ['two documents', 'a: 1\n---\nb: 2', 'invalid_document'],
    ['a tag of its own', 'a: !!js/function "x"', 'invalid_document'],
    ['a key that is no text', '? [1]\n: 2', 'invalid_document'],
    [
      'aliases that multiply',
      [
        'a0: &a0 [x, x]',
        ...Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [${'*a'.concat(String(n))}, *a${n}, *a${n}, *a${n}]`),
      ].join('\n'),
      'invalid_document',
    ],
    ['depth without end', '['.repeat(50_000), 'invalid_document'],
    ['megabytes', `a: ${'x'.repeat(1_100_000)}`, 'too_large'],
  ])('is refused for %s', (_what, text, code) => {
    const read = () => readDocument(text, '/document');
    expect(read).toThrow(SchemaUnusable);
    const ownWords = expect.not.stringMatching(/stack|YAML\.\w/) as string;
    expect(read).toThrow(expect.objectContaining({ faults: [{ pointer: '/document', code, detail: ownWords }] }));
  });
});
