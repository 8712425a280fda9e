import { useState } from 'react';
import { session, useMe } from '../api/index.js';

const PREFIX = 'salient.unsaved:';

/** What is to be kept from now on, or how that comes of what is kept when it is called; null drops it. */
export type Keep<Value> = (next: Value | null | ((kept: Value | null) => Value | null)) => void;

/**
 * What somebody has written and not yet sent. It outlives the page that it is on, a reload and a session that has ended, in this
 * tab and for this person alone, until it is sent, dropped (null) or signed out from. Where the browser stores nothing, it lives as
 * long as its page.
 *
 * @param key of what it belongs to
 */
export function useUnsaved<Value extends object>(key: string): readonly [Value | null, Keep<Value>] {
  const name = `${PREFIX}${useMe().id}:${key}`;
  const [{ of, value }, set] = useState(() => ({ of: name, value: read<Value>(name) }));
  if (of !== name) set({ of: name, value: read<Value>(name) });
  const keep: Keep<Value> = (next) =>
    set((kept) => {
      const to = typeof next === 'function' ? next(kept.of === name ? kept.value : read<Value>(name)) : next;
      write(name, to);
      return { of: name, value: to };
    });
  return [value, keep];
}

function read<Value>(name: string): Value | null {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

function write(name: string, value: object | null): void {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Refused or full: the page has it.
  }
}

let before = session.status();
session.subscribe(() => {
  const wasSignedIn = before === 'signed-in';
  before = session.status();
  if (!wasSignedIn || before !== 'signed-out') return; // a page that finds nobody signed in has to keep what he wrote
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
});
