import type { ImportView } from '@salient/contracts/directory-imports';
import { useMessages } from '../../../i18n/index.js';
import { Badge, type BadgeTone } from '../../../ui/index.js';
import { directoriesMessages } from '../messages/index.js';

const tones: Readonly<Record<ImportView['status'], BadgeTone>> = {
  validating: 'accent',
  ready: 'warn',
  applying: 'accent',
  applied: 'good',
  failed: 'bad',
  undone: 'neutral',
  cancelled: 'neutral',
};

export function ImportStatus({ status }: { readonly status: ImportView['status'] }) {
  const t = useMessages(directoriesMessages);
  return <Badge tone={tones[status]}>{t(`import_${status}`)}</Badge>;
}
