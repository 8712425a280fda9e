import { useState } from 'react';
import { useMessages } from '../../../i18n/index.js';
import { LinesField, NumberField, SelectField, TextArea, TextField } from '../../../ui/index.js';
import { directoriesMessages } from '../messages/index.js';
import type { Field } from './entry-schema.js';

interface DataFieldProps {
  readonly field: Field;
  readonly value: unknown;
  /** undefined takes the field away. */
  readonly onChange: (value: unknown) => void;
}

/** One field of an entry's `data` with the control that its schema calls for; a fault of the API is shown at it. */
export function DataField({ field, value, onChange }: DataFieldProps) {
  const t = useMessages(directoriesMessages);
  const { name, title, description, isRequired, control, schema } = field;
  const common = { label: title, hint: description, pointer: `/data/${pointerToken(name)}`, optional: !isRequired };
  const text = typeof value === 'string' ? value : '';
  const changeText = (next: string) => onChange(next === '' && !isRequired ? undefined : next);
  if (control === 'text') return <TextArea {...common} rows={4} value={text} onChange={changeText} />;
  if (control === 'number')
    return (
      <NumberField
        {...common}
        min={schema.minimum}
        max={schema.maximum}
        step={schema.type === 'integer' ? 1 : 'any'}
        value={typeof value === 'number' ? value : null}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  if (control === 'lines')
    return (
      <LinesField
        {...common}
        hint={[description, t('oneALine')].filter(Boolean).join(' ')}
        values={Array.isArray(value) ? value.map(String) : []}
        onChange={(next) => onChange(next.length === 0 && !isRequired ? undefined : next)}
      />
    );
  if (control === 'choice' || control === 'switch') {
    const choices = control === 'switch' ? ['true', 'false'] : (schema.enum as string[]);
    const labels: Readonly<Record<string, string>> = control === 'switch' ? { true: t('yes'), false: t('no') } : {};
    return (
      <SelectField
        {...common}
        value={value === undefined ? '' : String(value)}
        options={[{ value: '', label: t('notSaid') }, ...choices.map((choice) => ({ value: choice, label: labels[choice] ?? choice }))]}
        onChange={(next) => onChange(next === '' ? undefined : control === 'switch' ? next === 'true' : next)}
      />
    );
  }
  if (control === 'json') return <JsonField {...common} value={value} onChange={onChange} />;
  return <TextField {...common} value={text} onChange={changeText} />;
}

interface JsonFieldProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly pointer: string;
  readonly optional: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** For what has no control of its own. What is no JSON (yet) stays in the field, and says so. */
function JsonField({ value, onChange, ...common }: JsonFieldProps) {
  const t = useMessages(directoriesMessages);
  const [text, setText] = useState(value === undefined ? '' : JSON.stringify(value, null, 2));
  const [isFaulty, setFaulty] = useState(false);
  const change = (next: string) => {
    setText(next);
    try {
      onChange(next.trim() === '' ? undefined : JSON.parse(next));
      setFaulty(false);
    } catch {
      setFaulty(true);
    }
  };
  return <TextArea {...common} rows={5} className="mono" value={text} onChange={change} fault={isFaulty ? t('notJson') : undefined} />;
}

/** RFC 6901, section 3. */
function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
