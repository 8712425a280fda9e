import type { Account, AccountStatus } from '@salient/contracts/admin';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { usePages } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { accountPath } from '../../routing/index.js';
import { Badge, Button, DataTable, Page, ProblemAlert, QueryView, type BadgeTone, type Column } from '../../ui/index.js';
import { AccountMenu } from './account-menu.js';
import { CreateAccountDialog } from './create-account-dialog.js';
import { DeleteAccountDialog } from './delete-account-dialog.js';
import { accountsMessages } from './messages/index.js';
import { RenameAccountDialog } from './rename-account-dialog.js';
import { useOperation } from './use-operation.js';

type Open = { readonly dialog: 'create' } | { readonly dialog: 'rename' | 'delete'; readonly account: Account } | null;

const tones: Readonly<Record<AccountStatus, BadgeTone>> = {
  provisioning: 'accent',
  active: 'good',
  suspended: 'warn',
  moving: 'accent',
  deleting: 'bad',
  deleted: 'bad',
};

/** Every account of the platform: create, rename, suspend, resume, delete with a grace. */
export default function AccountsPage() {
  const t = useMessages(accountsMessages);
  const format = useFormat();
  const accounts = usePages<Account>(['accounts', 'pages'], '/accounts');
  const [open, setOpen] = useState<Open>(null);
  const operation = useOperation();
  const close = () => setOpen(null);
  const columns: Column<Account>[] = [
    {
      id: 'name',
      header: t('name'),
      primary: true,
      width: '2fr',
      cell: ({ slug, name }) => (
        <Link to={accountPath(slug, '')} className="row-link">
          {name}
        </Link>
      ),
    },
    { id: 'slug', header: t('slug'), cell: ({ slug }) => <code>{slug}</code> },
    { id: 'status', header: t('status'), width: '1.4fr', cell: (account) => <Status account={account} /> },
    { id: 'created', header: t('created'), width: '140px', align: 'end', cell: ({ created_at: at }) => format.date(at) },
    {
      id: 'actions',
      header: '',
      width: '48px',
      actions: true,
      cell: (account) => (
        <AccountMenu
          account={account}
          onRename={() => setOpen({ dialog: 'rename', account })}
          onDelete={() => setOpen({ dialog: 'delete', account })}
          onOperate={(kind) => operation.mutate({ account, kind })}
        />
      ),
    },
  ];
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        <Button variant="primary" icon={Plus} onClick={() => setOpen({ dialog: 'create' })}>
          {t('create')}
        </Button>
      }
    >
      {operation.error && <ProblemAlert problem={operation.error} />}
      <QueryView query={accounts}>
        {(rows) => <DataTable label={t('title')} columns={columns} rows={rows} keyOf={({ id }) => id} linked paging={accounts} />}
      </QueryView>
      {open?.dialog === 'create' && <CreateAccountDialog onClose={close} />}
      {open?.dialog === 'rename' && <RenameAccountDialog account={open.account} onClose={close} />}
      {open?.dialog === 'delete' && <DeleteAccountDialog account={open.account} onClose={close} />}
    </Page>
  );
}

function Status({ account: { status, delete_after: after } }: { readonly account: Account }) {
  const t = useMessages(accountsMessages);
  const format = useFormat();
  return (
    <div className="row">
      <Badge tone={tones[status]}>{t(status)}</Badge>
      {after && <span className="small quiet">{t('goneAt', { time: format.relative(after) })}</span>}
    </div>
  );
}
