import type { LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
}

export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      {/* A press does not give the button the focus, yet a dialog that the menu opens gives it back here. */}
      <DropdownMenu.Trigger asChild onPointerDown={({ currentTarget }) => currentTarget.focus()}>
        {trigger}
      </DropdownMenu.Trigger>
      {/* In the page's content: what lies outside of all landmarks is not found by whoever goes from one to the next. */}
      <DropdownMenu.Portal container={document.getElementById('main')}>
        <DropdownMenu.Content className="menu" align={align} sideOffset={6} collisionPadding={12}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  readonly icon?: LucideIcon;
  readonly onSelect?: () => void;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** The child is the element itself, such as a link. */
  readonly asChild?: boolean;
  readonly children: ReactNode;
}

export function MenuItem({ icon: Icon, onSelect, danger = false, disabled, asChild = false, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      className={`menu-item${danger ? ' menu-item-danger' : ''}`}
      disabled={disabled}
      asChild={asChild}
      // Once the menu has given the focus back: a dialog that is opened then can give it back there too.
      {...(onSelect ? { onSelect: () => void setTimeout(onSelect) } : {})}
    >
      {asChild ? (
        children
      ) : (
        <>
          {Icon && <Icon size={16} aria-hidden="true" />}
          {children}
        </>
      )}
    </DropdownMenu.Item>
  );
}

interface MenuChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of a few, inside a menu. */
export function MenuChoice({ label, value, options, onChange }: MenuChoiceProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
      <DropdownMenu.Label className="menu-label">{label}</DropdownMenu.Label>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className="menu-item" onSelect={(event) => event.preventDefault()}>
          <span aria-hidden="true">{option.value === value ? '●' : '○'}</span> {option.label}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="menu-line" />;
}
