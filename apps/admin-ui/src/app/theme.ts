import { useSyncExternalStore } from 'react';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const KEY = 'salient.theme';
const listeners = new Set<() => void>();
let current = themes.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';
apply();

export function setTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  current = theme;
  apply();
  for (const listener of listeners) listener();
}

function apply(): void {
  if (current === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = current;
}

export function useTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
