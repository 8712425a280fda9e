import type { Member } from '@salient/contracts/admin';
import { UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useMay, usePages } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Button, EmptyState, Page, QueryView } from '../../ui/index.js';
import { InviteDialog } from './invite-dialog.js';
import { MemberTable } from './member-table.js';
import { membersMessages } from './messages/index.js';

/** Who administers the account, with which role, and who is invited to. */
export default function MembersPage() {
  const t = useMessages(membersMessages);
  const account = useAccountSlug();
  const mayChange = useMay(account, 'admin');
  const [isInviting, setInviting] = useState(false);
  const members = usePages<Member>(['members', account], `/accounts/${account}/members`);
  return (
    <Page
      title={t('title')}
      description={t('description')}
      actions={
        mayChange && (
          <Button variant="primary" icon={UserPlus} onClick={() => setInviting(true)}>
            {t('invite')}
          </Button>
        )
      }
    >
      <QueryView query={members}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon={Users} title={t('none')}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <MemberTable rows={rows} paging={members} />
          )
        }
      </QueryView>
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Page>
  );
}
