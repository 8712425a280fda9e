import { X } from 'lucide-react';
import { Dialog as RadixDialog } from 'radix-ui';
import { useRef, type ReactNode } from 'react';
import { useMessages } from '../i18n/index.js';
import { IconButton } from './button.js';
import { focusLastOutside } from './last-focused.js';
import { uiMessages } from './messages/index.js';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** Whether a press outside or Escape leaves it open: for what is shown once. */
  readonly persistent?: boolean;
}

/** Keeps the focus inside while it is open, and gives it back where it was. */
export function Dialog({ open, onClose, title, description, children, wide = false, persistent = false }: DialogProps) {
  const t = useMessages(uiMessages);
  const content = useRef<HTMLDivElement>(null);
  const hold = (event: Event) => persistent && event.preventDefault();
  return (
    <RadixDialog.Root open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="overlay" />
        <RadixDialog.Content
          className={`dialog${wide ? ' dialog-wide' : ''}`}
          ref={content}
          onCloseAutoFocus={(event) => {
            event.preventDefault(); // Radix knows only of triggers of its own
            focusLastOutside(content.current);
          }}
          onEscapeKeyDown={hold}
          onInteractOutside={hold}
          {...(description ? {} : { 'aria-describedby': undefined })}
        >
          <div className="dialog-header">
            <div>
              <RadixDialog.Title asChild>
                <h2>{title}</h2>
              </RadixDialog.Title>
              {description && (
                <RadixDialog.Description asChild>
                  <p>{description}</p>
                </RadixDialog.Description>
              )}
            </div>
            {!persistent && <IconButton icon={X} label={t('close')} onClick={onClose} />}
          </div>
          <div className="dialog-body">{children}</div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

export function DialogFooter({ children }: { readonly children: ReactNode }) {
  return <div className="dialog-footer">{children}</div>;
}
