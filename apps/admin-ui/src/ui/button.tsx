import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

export interface ButtonLook {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'normal';
  readonly icon?: LucideIcon;
}

interface ButtonProps extends ButtonLook, Omit<ComponentProps<'button'>, 'children'> {
  /** While it works it says so, and a second press does nothing. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function Button({ variant, size, icon: Icon, busy = false, children, className, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`${buttonClass({ variant, size })} ${className ?? ''}`}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : Icon && <Icon size={16} aria-hidden="true" />}
      {children}
    </button>
  );
}

/** The look of a button, for a link that is one. */
export function buttonClass({ variant = 'secondary', size = 'normal' }: ButtonLook = {}): string {
  return `button button-${variant}${size === 'small' ? ' button-small' : ''}`;
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  /** What it does, in words: for who hears it, and on hovering. */
  readonly label: string;
}

export function IconButton({ icon: Icon, label, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} className={`button button-quiet button-icon ${className ?? ''}`} aria-label={label} title={label}>
      <Icon size={18} aria-hidden="true" />
    </button>
  );
}
