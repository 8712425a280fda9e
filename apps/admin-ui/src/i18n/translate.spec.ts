import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { translator, type MessageFile } from './translate.js';

const source = join(import.meta.dirname, '..');

/** Every pair of message files: `en.ts` and `de.ts`, or `{name}.en.ts` and `{name}.de.ts`, in a folder `messages`. */
const pairs = (readdirSync(source, { recursive: true }) as string[])
  .filter((path) => /(^|\/)messages\/(\w+\.)?en\.ts$/.test(path))
  .map((path) => [path, path.replace(/en\.ts$/, 'de.ts')] as const);

async function messagesOf(path: string): Promise<MessageFile> {
  const [file] = Object.values((await import(join(source, path))) as Record<string, MessageFile>);
  return file!;
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('The words of the interface', () => {
  it('are found', () => expect(pairs.length).toBeGreaterThan(3));

  it.each(pairs)('are there in English and German alike: %s', async (english, german) => {
    const [en, de] = [await messagesOf(english), await messagesOf(german)];
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(en)) expect([key, placeholders(de[key]!)]).toEqual([key, placeholders(text)]);
    for (const text of Object.values(de)) expect(text.trim()).not.toBe('');
  });

  it('keep a name that is written from right to left to itself', () => {
    const t = translator({ deleted: '{name} is deleted' }, 'en');
    expect(t('deleted', { name: 'عيادة' })).toBe('\u2068عيادة\u2069 is deleted');
    expect(t('deleted', { name: '\u202Ereversed' })).toBe('\u2068\u202Ereversed\u2069 is deleted');
    expect(t('deleted', { name: 'Café Zürich' })).toBe('Café Zürich is deleted');
  });

  it('count as the language does, and show a value that is missing', () => {
    const t = translator({ tokens_one: '{count} token', tokens_other: '{count} tokens', hello: 'Hello {name}' }, 'en');
    expect([t.count('tokens', 1), t.count('tokens', 1_234), t('hello')]).toEqual(['1 token', '1,234 tokens', 'Hello {name}']);
  });
});
