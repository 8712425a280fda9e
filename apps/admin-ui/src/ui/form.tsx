import { createContext, useContext, useEffect, useRef, type ReactNode } from 'react';
import type { ApiProblem } from '../api/index.js';
import { ProblemAlert } from './problem-alert.js';

/** The faults that the API found in what the form sent last; a field finds its own by its JSON Pointer. */
const FaultsContext = createContext<ApiProblem['faults']>([]);

interface FormProps {
  readonly onSubmit: () => void;
  /** What the last try was answered with. */
  readonly problem?: Error | null;
  /** Pointers (or beginnings of pointers) that fields of this form show themselves. */
  readonly fields?: readonly string[];
  readonly children: ReactNode;
  readonly className?: string;
  readonly 'aria-label'?: string;
}

/**
 * A form whose fields show the API's faults where they are. What belongs to no field is shown at its end. After a refused
 * try the first faulty field has the focus.
 */
export function Form({ onSubmit, problem = null, fields = [], children, className = 'stack', ...rest }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const faults = (problem as Partial<ApiProblem> | null)?.faults ?? [];
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);
  const isShown = (pointer: string) => fields.some((field) => pointer === field || pointer.startsWith(`${field}/`));
  const isAlertNeeded = problem !== null && (faults.length === 0 || !faults.every(({ pointer }) => isShown(pointer)));
  return (
    <FaultsContext value={faults}>
      <form
        {...rest}
        ref={form}
        className={className}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {children}
        {isAlertNeeded && <ProblemAlert problem={problem} />}
      </form>
    </FaultsContext>
  );
}

/** What is wrong with the value at this pointer, or with something inside it. */
export function useFault(pointer: string | undefined): string | undefined {
  const faults = useContext(FaultsContext);
  if (pointer === undefined) return undefined;
  return faults.find((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`))?.detail;
}
