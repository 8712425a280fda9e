import { useMemo } from 'react';
import { useLanguage, type Language } from './language.js';

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Numbers, money and times as the language writes them. Times are shown where the reader is, and stored in UTC. */
export function formatter(language: Language) {
  const number = new Intl.NumberFormat(language);
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return {
    number: (value: number) => number.format(value),
    compact: (value: number) => compact.format(value),
    percent: (share: number) => percent.format(share),
    date: (time: string | Date) => date.format(new Date(time)),
    /** A day of UTC, as reports count them, without its year. */
    day: (time: string | Date) => day.format(new Date(time)),
    dateTime: (time: string | Date) => dateTime.format(new Date(time)),
    /** Such as "3 hours ago". */
    relative: (time: string | Date, now: number = Date.now()) => {
      const seconds = Math.round((new Date(time).getTime() - now) / 1_000);
      const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
      return relative.format(Math.trunc(seconds / length), unit);
    },
    /** @param amount a decimal string, as money comes over the wire */
    money: (amount: string | number, currency = 'USD') => {
      const value = Number(amount);
      const small = value !== 0 && Math.abs(value) < 1;
      return new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        ...(small ? { maximumSignificantDigits: 3 } : {}),
      }).format(value);
    },
    /** @param ms milliseconds */
    duration: (ms: number) => (ms < 1_000 ? `${number.format(Math.round(ms))} ms` : `${number.format(Math.round(ms / 100) / 10)} s`),
    bytes: (count: number) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
      const step = Math.min(units.length - 1, count > 0 ? Math.floor(Math.log10(count) / 3) : 0);
      return new Intl.NumberFormat(language, { style: 'unit', unit: units[step]!, maximumFractionDigits: 1 }).format(count / 1_000 ** step);
    },
    /** Names in a sentence: "a, b and c". */
    list: (names: readonly string[]) => new Intl.ListFormat(language).format(names),
  };
}

export type Format = ReturnType<typeof formatter>;

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatter(language), [language]);
}
