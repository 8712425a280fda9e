import { useEffect, useState } from 'react';
import { TextField } from './field.js';

/** After the last letter, in milliseconds. */
const TYPING_MS = 250;

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  /** Called once the typing pauses, not with each letter. */
  readonly onChange: (words: string) => void;
  readonly maxLength: number;
}

/** Words to look for. What is typed stays while what was asked for before comes back; a value from elsewhere takes its place. */
export function SearchField({ value, onChange, ...field }: SearchFieldProps) {
  const [{ text, sent, seen }, set] = useState({ text: value, sent: value, seen: value });
  if (value !== seen) set({ text: value === sent ? text : value, sent: value, seen: value });
  useEffect(() => {
    if (text === sent) return;
    const timer = setTimeout(() => {
      set((before) => ({ ...before, sent: text }));
      onChange(text);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, sent, onChange]);
  return <TextField {...field} type="search" value={text} onChange={(typed) => set({ text: typed, sent, seen })} />;
}
