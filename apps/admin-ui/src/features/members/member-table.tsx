import type { Member, Role } from '@salient/contracts/admin';
import { ShieldCheck, UserMinus } from 'lucide-react';
import { useMe, type Paging } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Badge, DataTable, IconButton, ProblemAlert, type Column } from '../../ui/index.js';
import { membersMessages } from './messages/index.js';
import { useRoleRights } from './roles.js';
import { useRemoval, useRoleChange } from './use-members.js';

interface MemberTableProps {
  readonly rows: readonly Member[];
  readonly paging: Paging;
}

export function MemberTable({ rows, paging }: MemberTableProps) {
  const t = useMessages(membersMessages);
  const me = useMe();
  const rights = useRoleRights(useAccountSlug());
  const mayChange = (member: Member) => member.id !== me.id && rights.mayChange(member);
  const change = useRoleChange();
  const remove = useRemoval();
  const columns: Column<Member>[] = [
    {
      id: 'name',
      header: t('person'),
      primary: true,
      width: '2fr',
      cell: (member) => <Person member={member} isMe={member.id === me.id} />,
    },
    {
      id: 'role',
      header: t('role'),
      width: '150px',
      cell: (member) =>
        mayChange(member) ? (
          <RoleSelect member={member} roles={rights.given} onChange={(role) => change.mutate({ member, role })} />
        ) : (
          t(member.role)
        ),
    },
    { id: 'security', header: t('secondFactor'), width: '150px', cell: (member) => <SecondFactor member={member} /> },
    { id: 'seen', header: t('lastSignIn'), width: '180px', cell: (member) => <LastSeen member={member} /> },
    {
      id: 'actions',
      header: '',
      width: '48px',
      actions: true,
      cell: (member) =>
        mayChange(member) && (
          <IconButton icon={UserMinus} label={t('remove', { person: member.name ?? member.email })} onClick={() => remove(member)} />
        ),
    },
  ];
  return (
    <>
      {change.error && <ProblemAlert problem={change.error} />}
      <DataTable label={t('title')} columns={columns} rows={rows} keyOf={({ id }) => id} paging={paging} />
    </>
  );
}

function Person({ member, isMe }: { readonly member: Member; readonly isMe: boolean }) {
  const t = useMessages(membersMessages);
  return (
    <div>
      <div className="row">
        <strong>{member.name ?? member.email}</strong>
        {isMe && <Badge tone="accent">{t('you')}</Badge>}
        {member.status === 'invited' && <Badge tone="warn">{t('invited')}</Badge>}
      </div>
      {member.name && <div className="small quiet">{member.email}</div>}
    </div>
  );
}

interface RoleSelectProps {
  readonly member: Member;
  readonly roles: readonly Role[];
  readonly onChange: (role: Role) => void;
}

function RoleSelect({ member, roles, onChange }: RoleSelectProps) {
  const t = useMessages(membersMessages);
  return (
    <select
      className="input"
      aria-label={t('roleOf', { person: member.name ?? member.email })}
      value={member.role}
      onChange={(event) => onChange(event.target.value as Role)}
    >
      {roles.map((role) => (
        <option key={role} value={role}>
          {t(role)}
        </option>
      ))}
    </select>
  );
}

function SecondFactor({ member: { status, totp_enabled: isOn } }: { readonly member: Member }) {
  const t = useMessages(membersMessages);
  if (status === 'invited') return null;
  if (!isOn) return <span className="quiet">{t('off')}</span>;
  return (
    <Badge tone="good">
      <ShieldCheck size={13} aria-hidden="true" /> {t('on')}
    </Badge>
  );
}

function LastSeen({ member: { status, last_login_at: at, expires_at: ends } }: { readonly member: Member }) {
  const t = useMessages(membersMessages);
  const format = useFormat();
  if (status === 'invited') return ends && t('inviteEnds', { time: format.relative(ends) });
  return at ? <time dateTime={at}>{format.relative(at)}</time> : <span className="quiet">{t('never')}</span>;
}
