import type { FleetMigration } from '@salient/contracts/admin';
import { useMessages } from '../../i18n/index.js';
import { Badge, type BadgeTone } from '../../ui/index.js';
import { fleetMessages } from './messages/index.js';

const tones: Readonly<Record<FleetMigration['status'], BadgeTone>> = {
  running: 'accent',
  paused: 'warn',
  completed: 'good',
  failed: 'bad',
};

export function MigrationStatus({ status }: { readonly status: FleetMigration['status'] }) {
  const t = useMessages(fleetMessages);
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
