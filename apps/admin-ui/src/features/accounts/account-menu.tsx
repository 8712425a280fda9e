import type { Account } from '@salient/contracts/admin';
import { EllipsisVertical, Pause, Pencil, Play, Trash2 } from 'lucide-react';
import { useMessages } from '../../i18n/index.js';
import { IconButton, Menu, MenuItem } from '../../ui/index.js';
import { accountsMessages } from './messages/index.js';
import type { Operation } from './use-operation.js';

interface AccountMenuProps {
  readonly account: Account;
  readonly onRename: () => void;
  readonly onDelete: () => void;
  readonly onOperate: (operation: Operation) => void;
}

/** What can be done to an account in the state that it is in. */
export function AccountMenu({ account: { name, status }, onRename, onDelete, onOperate }: AccountMenuProps) {
  const t = useMessages(accountsMessages);
  const isGone = status === 'deleted';
  return (
    <Menu trigger={<IconButton icon={EllipsisVertical} label={t('actionsOf', { name })} disabled={isGone} />}>
      <MenuItem icon={Pencil} onSelect={onRename}>
        {t('rename')}
      </MenuItem>
      {status === 'active' && (
        <MenuItem icon={Pause} onSelect={() => onOperate('suspend')}>
          {t('suspend')}
        </MenuItem>
      )}
      {(status === 'suspended' || status === 'deleting') && (
        <MenuItem icon={Play} onSelect={() => onOperate('resume')}>
          {t('resume')}
        </MenuItem>
      )}
      {(status === 'active' || status === 'suspended') && (
        <MenuItem icon={Trash2} danger onSelect={onDelete}>
          {t('delete')}
        </MenuItem>
      )}
    </Menu>
  );
}
