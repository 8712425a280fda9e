import { useState } from 'react';
import { TextArea } from './field.js';
import type { FieldProps } from './field.js';

interface LinesFieldProps extends FieldProps {
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
  readonly rows?: number;
  readonly placeholder?: string;
}

/** A short list, one value a line: quick to type, to paste and to put in another order. */
export function LinesField({ values, onChange, ...rest }: LinesFieldProps) {
  const [text, setText] = useState(values.join('\n'));
  const shown = linesOf(text).join('\n') === values.join('\n') ? text : values.join('\n');
  const change = (next: string) => {
    setText(next);
    onChange(linesOf(next));
  };
  return <TextArea {...rest} value={shown} onChange={change} />;
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
