import type { AuditRecord } from '@salient/contracts/admin';
import { useFormat, useMessages } from '../../i18n/index.js';
import { Dialog, Facts } from '../../ui/index.js';
import { auditMessages } from './messages/index.js';

/** One event whole, with what was there before and what came after. */
export function AuditRecordDialog({ record, onClose }: { readonly record: AuditRecord; readonly onClose: () => void }) {
  const t = useMessages(auditMessages);
  const format = useFormat();
  const { action, actor, target, details, created_at: at, request_id: request } = record;
  return (
    <Dialog open wide onClose={onClose} title={action}>
      <Facts
        facts={[
          [t('time'), format.dateTime(at)],
          [t('actor'), actor.name ? `${actor.name} (${t(actor.kind)})` : `${t(actor.kind)} ${actor.id}`],
          [t('target'), `${target.kind} ${target.id}`],
          [t('request'), request ?? '–'],
        ]}
      />
      <pre className="code-block" tabIndex={0} aria-label={t('details')}>
        {JSON.stringify(details, null, 2)}
      </pre>
    </Dialog>
  );
}
