import { Switch } from 'radix-ui';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { useMessages } from '../i18n/index.js';
import { useFault } from './form.js';
import { uiMessages } from './messages/index.js';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** JSON Pointer of the value in what is sent: the API's fault about it is shown here. */
  readonly pointer?: string;
  /** A fault that is known before anything is sent. */
  readonly fault?: string | undefined;
  readonly optional?: boolean;
}

/** Label, control, hint and fault, tied together for who hears them. `children` gets what its control needs. */
export function Field({
  label,
  hint,
  pointer,
  fault,
  optional = false,
  children,
}: FieldProps & { readonly children: (control: ControlProps) => ReactNode }) {
  const t = useMessages(uiMessages);
  const id = useId();
  const fromApi = useFault(pointer);
  const said = fault ?? fromApi;
  const describedBy = [hint && `${id}-hint`, said && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label} {optional && <span className="field-optional">({t('optional')})</span>}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': said ? true : undefined })}
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {said && (
        <span className="field-fault" id={`${id}-fault`}>
          {said}
        </span>
      )}
    </div>
  );
}

export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

type Valued<Element extends 'input' | 'textarea' | 'select'> = FieldProps &
  Omit<ComponentProps<Element>, 'value' | 'onChange' | 'children'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

export function TextField({ label, hint, pointer, fault, optional, value, onChange, className, ...rest }: Valued<'input'>) {
  return (
    <Field {...{ label, hint, pointer, fault, optional }}>
      {(control) => (
        <input
          type="text"
          dir="auto"
          {...rest}
          {...control}
          className={`input ${className ?? ''}`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function TextArea({ label, hint, pointer, fault, optional, value, onChange, className, rows = 3, ...rest }: Valued<'textarea'>) {
  return (
    <Field {...{ label, hint, pointer, fault, optional }}>
      {(control) => (
        <textarea
          dir="auto"
          {...rest}
          {...control}
          rows={rows}
          className={`input ${className ?? ''}`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface SelectProps extends Valued<'select'> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function SelectField({ label, hint, pointer, fault, optional, value, onChange, className, options, ...rest }: SelectProps) {
  return (
    <Field {...{ label, hint, pointer, fault, optional }}>
      {(control) => (
        <select
          {...rest}
          {...control}
          className={`input ${className ?? ''}`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface NumberProps extends FieldProps, Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'children'> {
  readonly value: number | null;
  /** null while the field is empty. */
  readonly onChange: (value: number | null) => void;
}

export function NumberField({ value, onChange, ...rest }: NumberProps) {
  return (
    <TextField
      {...rest}
      type="number"
      inputMode="decimal"
      value={value === null ? '' : String(value)}
      onChange={(text) => onChange(text === '' || Number.isNaN(Number(text)) ? null : Number(text))}
    />
  );
}

interface CheckboxProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function Checkbox({ label, hint, checked, onChange, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="check-text">
        <span>{label}</span>
        {hint && (
          <span className="field-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

/** A setting that is on or off. */
export function SwitchField({ label, hint, checked, onChange, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <div className="row-between">
      <div className="stack-tight">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        {hint && (
          <span className="field-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </div>
      <Switch.Root
        id={id}
        className="switch"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onCheckedChange={onChange}
      >
        <Switch.Thumb className="switch-thumb" />
      </Switch.Root>
    </div>
  );
}

/** Several of a few, such as scopes. */
export function FieldGroup({ label, hint, pointer, children }: FieldProps & { readonly children: ReactNode }) {
  const fault = useFault(pointer);
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {children}
      {fault && (
        <span className="field-fault" role="alert">
          {fault}
        </span>
      )}
    </fieldset>
  );
}
