import { useState } from 'react';
import { session, useMe } from '../api/index.js';

const PREFIX = 'salient.unsaved:';

/**
 * What somebody has written and not yet sent. It outlives the page that it is on, a reload and a session that has ended, in this
 * tab and for this person alone, until it is sent, dropped (null) or signed out from.
 *
 * @param key of what it belongs to
 */
export function useUnsaved<Value>(key: string): readonly [Value | null, (value: Value | null) => void] {
  const name = `${PREFIX}${useMe().id}:${key}`;
  const [{ of, value }, set] = useState(() => ({ of: name, value: read<Value>(name) }));
  if (of !== name) set({ of: name, value: read<Value>(name) });
  const keep = (next: Value | null) => {
    set({ of: name, value: next });
    if (next === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(next));
  };
  return [value, keep];
}

function read<Value>(name: string): Value | null {
  return JSON.parse(sessionStorage.getItem(name) ?? 'null') as Value | null;
}

session.subscribe(() => {
  if (session.status() !== 'signed-out') return;
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
});
