import type { Token } from '@salient/contracts/admin';
import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useMessages } from '../../i18n/index.js';
import { AccountLink, navigationMessages, useAccountSlug } from '../../routing/index.js';
import { Badge, Button, Checkbox, DataTable, EmptyState, Page, QueryView, type Column } from '../../ui/index.js';
import { CreateTokenDialog } from './create-token-dialog.js';
import { tokensMessages } from './messages/index.js';
import { SecretDialog } from './secret-dialog.js';
import { TokenBadge } from './token-badge.js';
import { tokensQuery } from './token-calls.js';

export default function TokensPage() {
  const t = useMessages(tokensMessages);
  const name = useMessages(navigationMessages);
  const tokens = useQuery(tokensQuery(useAccountSlug()));
  const [isCreating, setCreating] = useState(false);
  const [withEnded, setWithEnded] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const create = (
    <Button variant="primary" icon={Plus} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  );
  const created = (value: string) => {
    setCreating(false);
    setSecret(value);
  };
  return (
    <Page title={name('tokens')} description={t('description')} actions={create}>
      <QueryView query={tokens}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState icon={KeyRound} title={t('none')} action={create}>
              {t('noneText')}
            </EmptyState>
          ) : (
            <>
              <Checkbox label={t('withEnded')} checked={withEnded} onChange={setWithEnded} />
              <TokenTable tokens={withEnded ? all : all.filter(({ status }) => status === 'active')} />
            </>
          )
        }
      </QueryView>
      {isCreating && <CreateTokenDialog onClose={() => setCreating(false)} onCreated={created} />}
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </Page>
  );
}

function TokenTable({ tokens }: { readonly tokens: readonly Token[] }) {
  const t = useMessages(tokensMessages);
  const name = useMessages(navigationMessages);
  const format = useFormat();
  const columns: Column<Token>[] = [
    {
      id: 'name',
      header: t('name'),
      width: '2fr',
      primary: true,
      cell: (token) => (
        <AccountLink path={`tokens/${token.id}`} className="row-link">
          {token.name}
        </AccountLink>
      ),
    },
    { id: 'ref', header: t('ref'), width: '1.3fr', cell: (token) => <code>{`sal_${token.kind}_${token.ref}`}</code> },
    { id: 'kind', header: t('kind'), cell: (token) => <Badge tone={token.kind === 'pk' ? 'accent' : 'neutral'}>{t(token.kind)}</Badge> },
    { id: 'used', header: t('lastUsed'), cell: (token) => (token.last_used_at ? format.relative(token.last_used_at) : t('never')) },
    { id: 'ends', header: t('ends'), cell: (token) => (token.expires_at ? format.date(token.expires_at) : t('never')) },
    { id: 'status', header: t('status'), width: '110px', cell: (token) => <TokenBadge token={token} /> },
  ];
  return <DataTable label={name('tokens')} columns={columns} rows={tokens} keyOf={({ id }) => id} linked />;
}
