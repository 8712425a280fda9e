import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useMessages } from '../i18n/index.js';
import { Notice } from '../ui/index.js';
import { appMessages } from './messages/index.js';

/** Says that there is no network, and that what is saved waits for it. What waits for its undo does not: it fails, and says so. */
export function OfflineNotice() {
  const t = useMessages(appMessages);
  const isOnline = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
  );
  if (isOnline) return null;
  return (
    <div className="offline">
      <Notice tone="warn" title={t('offline')}>
        {t('offlineText')}
      </Notice>
    </div>
  );
}
