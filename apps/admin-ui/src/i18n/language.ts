import { useSyncExternalStore } from 'react';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const KEY = 'salient.language';
const listeners = new Set<() => void>();
let current = initialLanguage();
applyLanguage();

/** The one chosen before, else the first of the browser's that is there. */
function initialLanguage(): Language {
  const wanted = [localStorage.getItem(KEY) ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.find((tag): tag is Language => (languages as readonly string[]).includes(tag)) ?? 'en';
}

export function setLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  current = language;
  applyLanguage();
  for (const listener of listeners) listener();
}

function applyLanguage(): void {
  document.documentElement.lang = current;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, () => current);
}
