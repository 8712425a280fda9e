import type { Language } from './language.js';

/** A message file: one text for each key. `{name}` stands for a value; `key_one` and `key_other` are one message by number. */
export type MessageFile<Key extends string = string> = Readonly<Record<Key, string>>;

export type Values = Readonly<Record<string, string | number>>;

export interface Translate<Key extends string> {
  (key: Key, values?: Values): string;
  /** By number: `count('tokens', 3)` is the text of `tokens_other`, with `{count}` written as the language does. */
  count(key: CountedKey<Key>, count: number, values?: Values): string;
}

type CountedKey<Key extends string> = Key extends `${infer Stem}_other` ? Stem : never;

export function translator<Key extends string>(file: MessageFile<Key>, language: Language): Translate<Key> {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const translate = (key: Key, values?: Values) => fill(file[key], values);
  return Object.assign(translate, {
    count: (key: string, count: number, values?: Values) => {
      const form = `${key}_${rules.select(count)}` as Key;
      return fill(file[form] ?? file[`${key}_other` as Key], { ...values, count: numbers.format(count) });
    },
  });
}

/** Puts the values in place of `{name}`; a name without a value stays as it is, so that it is seen. */
export function fill(text: string, values: Values = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in values ? apart(String(values[name])) : whole));
}

/** Arabic, Hebrew and their kin, and what turns the direction of a text round. */
const TURNS = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A value that runs the other way does not drag the words around it along (Unicode UAX #9, isolates). */
function apart(value: string): string {
  return TURNS.test(value) ? `\u2068${value}\u2069` : value;
}
