import { useMemo } from 'react';
import { useLanguage, type Language } from './language.js';
import { translator, type MessageFile, type Translate } from './translate.js';

/** Both languages of a feature: the German file has the keys of the English one, or it does not compile. */
export type Catalogue<Key extends string> = Readonly<Record<Language, MessageFile<Key>>>;

export function catalogue<Key extends string>(en: MessageFile<Key>, de: MessageFile<NoInfer<Key>>): Catalogue<Key> {
  return { en, de };
}

export function useMessages<Key extends string>(messages: Catalogue<Key>): Translate<Key> {
  const language = useLanguage();
  return useMemo(() => translator(messages[language], language), [messages, language]);
}
