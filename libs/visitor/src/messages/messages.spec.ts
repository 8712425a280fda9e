import { acceptedLanguages, chooseLanguage, fill, messagesIn } from './messages.js';

describe('The messages of the chat', () => {
  it('are the same in every language, values included', () => {
    const valuesOf = (messages: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(messages).map(([name, text]) => [name, text.match(/\{\w+\}/g)?.sort() ?? []]));
    expect(valuesOf(messagesIn('de'))).toEqual(valuesOf(messagesIn('en')));
  });

  it('come in the first language that is spoken here', () => {
    expect(chooseLanguage(['fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(chooseLanguage([null, 'fr'])).toBe('en');
    expect(acceptedLanguages('fr;q=0.9, en;q=0.5, de-CH')).toEqual(['de-CH', 'fr', 'en']);
  });

  it('take their values literally', () => {
    expect(fill(messagesIn('en').chatWith, { name: '$& {count}' })).toBe('Chat with $& {count}');
  });
});
