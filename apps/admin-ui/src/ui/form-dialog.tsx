import type { ReactNode } from 'react';
import { useMessages } from '../i18n/index.js';
import { Button } from './button.js';
import { Dialog, DialogFooter } from './dialog.js';
import { Form } from './form.js';
import { uiMessages } from './messages/index.js';

interface FormDialogProps {
  readonly title: string;
  readonly description?: ReactNode;
  /** Goes away without doing it. */
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  /** What the last try was answered with. */
  readonly problem: Error | null;
  /** Pointers that fields of it show themselves, see {@link Form}. */
  readonly fields?: readonly string[];
  /** What the button says that does it; null where it cannot be done here. */
  readonly submit: string | null;
  readonly busy: boolean;
  /** What it does cannot be taken back. */
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Beside the buttons, such as a link to where it can be done. */
  readonly more?: ReactNode;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

/** A dialog that asks for something and does it, or goes away without: the form of every change that begins with a button. */
export function FormDialog({
  title,
  description,
  onClose,
  onSubmit,
  problem,
  fields,
  submit,
  children,
  wide,
  more,
  ...look
}: FormDialogProps) {
  const t = useMessages(uiMessages);
  const { busy, danger = false, disabled } = look;
  return (
    <Dialog open onClose={onClose} title={title} description={description} wide={wide ?? false}>
      <Form onSubmit={onSubmit} problem={problem} fields={fields ?? []}>
        {children}
        <DialogFooter>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {submit && (
            <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy} disabled={disabled}>
              {submit}
            </Button>
          )}
          {more}
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
