import { useMessages } from '../../i18n/index.js';
import { SelectField } from '../../ui/index.js';
import { directoriesMessages } from './messages/index.js';

/** Languages whose word forms a search knows, by the names that PostgreSQL gives them; `simple` is none of them. */
const languages = [
  'simple',
  'arabic',
  'danish',
  'dutch',
  'english',
  'finnish',
  'french',
  'german',
  'greek',
  'hungarian',
  'indonesian',
  'irish',
  'italian',
  'lithuanian',
  'norwegian',
  'portuguese',
  'romanian',
  'russian',
  'spanish',
  'swedish',
  'turkish',
] as const;

export function LanguageField({ value, onChange }: { readonly value: string; readonly onChange: (language: string) => void }) {
  const t = useMessages(directoriesMessages);
  return (
    <SelectField
      label={t('language')}
      hint={t('languageHint')}
      pointer="/language"
      value={value}
      options={languages.map((language) => ({ value: language, label: language === 'simple' ? t('noLanguage') : capitalised(language) }))}
      onChange={onChange}
    />
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
