import type { ListLanguage } from '@salient/contracts/directory';
import { useLanguage, useMessages } from '../../i18n/index.js';
import { SelectField } from '../../ui/index.js';
import { directoriesMessages } from './messages/index.js';

/** The tag of each language whose word forms a search knows (BCP 47); `simple` is none of them. */
const tags: Readonly<Record<Exclude<ListLanguage, 'simple'>, string>> = {
  arabic: 'ar',
  danish: 'da',
  dutch: 'nl',
  english: 'en',
  finnish: 'fi',
  french: 'fr',
  german: 'de',
  greek: 'el',
  hungarian: 'hu',
  indonesian: 'id',
  irish: 'ga',
  italian: 'it',
  lithuanian: 'lt',
  norwegian: 'no',
  portuguese: 'pt',
  romanian: 'ro',
  russian: 'ru',
  spanish: 'es',
  swedish: 'sv',
  turkish: 'tr',
};

interface LanguageFieldProps {
  readonly value: ListLanguage;
  readonly onChange: (language: ListLanguage) => void;
}

/** The languages by the names that the reader's language has for them, in its order. */
export function LanguageField({ value, onChange }: LanguageFieldProps) {
  const t = useMessages(directoriesMessages);
  const language = useLanguage();
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const named = Object.entries(tags).map(([name, tag]) => ({ value: name, label: names.of(tag) ?? name }));
  return (
    <SelectField
      label={t('language')}
      hint={t('languageHint')}
      pointer="/language"
      value={value}
      options={[{ value: 'simple', label: t('noLanguage') }, ...named.toSorted((a, b) => a.label.localeCompare(b.label, language))]}
      onChange={(next) => onChange(next as ListLanguage)}
    />
  );
}
