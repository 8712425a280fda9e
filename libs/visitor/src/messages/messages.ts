import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };

/** What the chat says by itself, in one language. */
export type Messages = Readonly<Record<keyof typeof en, string>>;
export type Language = 'en' | 'de';

const languages: Readonly<Record<Language, Messages>> = { en, de };

export function messagesIn(language: Language): Messages {
  return languages[language];
}

/**
 * The first language that is spoken here, of those that someone would like; English when there is none.
 *
 * @param wishes language tags such as `de-AT`, the dearest first (`navigator.languages`)
 */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const language = wish?.trim().toLowerCase().split('-')[0];
    if (language === 'en' || language === 'de') return language;
  }
  return 'en';
}

/** Language tags of an `Accept-Language` header (RFC 9110 §12.5.4), the dearest first. */
export function acceptedLanguages(header: string | undefined): string[] {
  const ranges = (header ?? '').split(',').map((range) => {
    const [tag = '', quality] = range.split(';');
    return { tag: tag.trim(), quality: quality ? Number(quality.trim().replace(/^q=/, '')) || 0 : 1 };
  });
  return ranges.sort((one, other) => other.quality - one.quality).map(({ tag }) => tag);
}

/** Puts values into a message: `{name}`. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}
