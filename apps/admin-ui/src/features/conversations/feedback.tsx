import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { useMessages } from '../../i18n/index.js';
import { conversationsMessages } from './messages/index.js';

/** How often answers were rated up and down; nothing where none was. */
export function Feedback({ up, down }: { readonly up: number; readonly down: number }) {
  const t = useMessages(conversationsMessages);
  if (up + down === 0) return null;
  return (
    <span className="row" style={{ gap: 10 }}>
      {up > 0 && (
        <span>
          <ThumbsUp size={14} role="img" aria-label={t('feedback_up')} /> {up}
        </span>
      )}
      {down > 0 && (
        <span>
          <ThumbsDown size={14} role="img" aria-label={t('feedback_down')} /> {down}
        </span>
      )}
    </span>
  );
}
