import { useMessages } from '../i18n/index.js';
import { Button } from './button.js';
import { uiMessages } from './messages/index.js';

/** Beside the button that saves: that something is not saved yet, and the way back to what is. */
export function UnsavedNote({ onDrop }: { readonly onDrop: () => void }) {
  const t = useMessages(uiMessages);
  return (
    <span className="row">
      <span className="quiet small">{t('unsaved')}</span>
      <Button size="small" variant="quiet" onClick={onDrop}>
        {t('dropUnsaved')}
      </Button>
    </span>
  );
}
