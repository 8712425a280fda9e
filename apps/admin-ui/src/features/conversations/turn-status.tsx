import type { TurnStatus } from '@salient/contracts/chat';
import { useMessages } from '../../i18n/index.js';
import { Badge, type BadgeTone } from '../../ui/index.js';
import { conversationsMessages } from './messages/index.js';

export const turnStatuses = ['running', 'completed', 'stopped', 'failed', 'incomplete'] as const satisfies readonly TurnStatus[];

const tones: Readonly<Record<TurnStatus, BadgeTone>> = {
  running: 'accent',
  completed: 'good',
  stopped: 'neutral',
  failed: 'bad',
  incomplete: 'warn',
};

export function TurnStatusBadge({ status }: { readonly status: TurnStatus }) {
  const t = useMessages(conversationsMessages);
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
