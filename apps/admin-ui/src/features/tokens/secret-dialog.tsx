import { useMessages } from '../../i18n/index.js';
import { Button, CopyText, Dialog, DialogFooter, Notice } from '../../ui/index.js';
import { tokensMessages } from './messages/index.js';

/** Shows a new token, the only time that anyone can see it; it stays until it is put away on purpose. */
export function SecretDialog({ secret, onClose }: { readonly secret: string | null; readonly onClose: () => void }) {
  const t = useMessages(tokensMessages);
  return (
    <Dialog open={secret !== null} onClose={onClose} title={t('secretTitle')} description={t('secretText')} persistent>
      <div className="stack">
        <CopyText text={secret ?? ''} label={t('secretTitle')} />
        <Notice tone="warn">{t('secretWarning')}</Notice>
      </div>
      <DialogFooter>
        <Button variant="primary" onClick={onClose}>
          {t('secretKept')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
