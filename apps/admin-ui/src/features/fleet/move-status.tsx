import type { TenantMove } from '@salient/contracts/admin';
import { useMessages } from '../../i18n/index.js';
import { Badge, type BadgeTone } from '../../ui/index.js';
import { fleetMessages } from './messages/index.js';

const tones: Readonly<Record<TenantMove['status'], BadgeTone>> = {
  running: 'accent',
  completed: 'good',
  failed: 'bad',
  cancelled: 'warn',
};

export function MoveStatus({ status }: { readonly status: TenantMove['status'] }) {
  const t = useMessages(fleetMessages);
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
