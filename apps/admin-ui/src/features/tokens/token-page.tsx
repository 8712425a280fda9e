import type { Token, UsageReport } from '@salient/contracts/admin';
import { useQuery } from '@tanstack/react-query';
import { RefreshCw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api, type Tagged } from '../../api/index.js';
import { useFormat, useMessages } from '../../i18n/index.js';
import { accountPath, navigationMessages, useAccountSlug, useParameter } from '../../routing/index.js';
import { Badge, Button, Card, Facts, Form, Notice, Page, QueryView, Skeleton, Stat, TimeChart, toast, uiMessages } from '../../ui/index.js';
import { tokensMessages } from './messages/index.js';
import { RevokeDialog } from './revoke-dialog.js';
import { RollDialog } from './roll-dialog.js';
import { SecretDialog } from './secret-dialog.js';
import { TokenBadge } from './token-badge.js';
import { tokenQuery, useTokenMutation } from './token-calls.js';
import { draftOf, requestOf, TOKEN_POINTERS, TokenFields } from './token-fields.js';

export default function TokenPage() {
  const token = useQuery(tokenQuery(useAccountSlug(), useParameter('token')));
  return <QueryView query={token}>{(tagged) => <OneToken key={tagged.value.id} tagged={tagged} />}</QueryView>;
}

function OneToken({ tagged: { value: token, etag } }: { readonly tagged: Tagged<Token> }) {
  const t = useMessages(tokensMessages);
  const name = useMessages(navigationMessages);
  const format = useFormat();
  const account = useAccountSlug();
  const [open, setOpen] = useState<'roll' | 'revoke' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const isActive = token.status === 'active';
  const actions = isActive && (
    <>
      <Button icon={RefreshCw} onClick={() => setOpen('roll')}>
        {t('roll')}
      </Button>
      <Button variant="danger" icon={Trash2} onClick={() => setOpen('revoke')}>
        {t('revoke')}
      </Button>
    </>
  );
  return (
    <Page
      title={token.name}
      back={{ to: accountPath(account, 'tokens'), label: name('tokens') }}
      status={<TokenBadge token={token} />}
      actions={actions}
    >
      {token.expires_soon && (
        <Notice tone="warn" title={t('endsSoonTitle', { when: format.relative(token.expires_at!) })}>
          {t('endsSoonText')}
        </Notice>
      )}
      <Card>
        <Facts
          facts={[
            [t('ref'), <code key="ref">{`sal_${token.kind}_${token.ref}_…`}</code>],
            [t('kind'), t(token.kind)],
            [
              t('scopes'),
              <span key="scopes" className="row">
                {token.scopes.map((scope) => (
                  <Badge key={scope}>{scope}</Badge>
                ))}
              </span>,
            ],
            [t('lastUsed'), token.last_used_at ? format.dateTime(token.last_used_at) : t('never')],
            [t('createdAt'), format.dateTime(token.created_at)],
            [t('ends'), token.expires_at ? format.dateTime(token.expires_at) : t('never')],
          ]}
        />
      </Card>
      <TokenUsage token={token} />
      {isActive && <EditToken token={token} etag={etag} />}
      {open === 'roll' && (
        <RollDialog
          token={token}
          onClose={() => setOpen(null)}
          onRolled={(value) => {
            setOpen(null);
            setSecret(value);
          }}
        />
      )}
      {open === 'revoke' && <RevokeDialog token={token} onClose={() => setOpen(null)} />}
      <SecretDialog secret={secret} onClose={() => setSecret(null)} />
    </Page>
  );
}

function EditToken({ token, etag }: { readonly token: Token; readonly etag: string | null }) {
  const t = useMessages(tokensMessages);
  const ui = useMessages(uiMessages);
  const account = useAccountSlug();
  const [draft, setDraft] = useState(() => draftOf(token));
  const save = useTokenMutation(account, () =>
    api.send<Token>('PATCH', `/accounts/${account}/tokens/${token.id}`, { body: requestOf(draft), ifMatch: etag }),
  );
  return (
    <Card title={t('settings')}>
      <Form
        onSubmit={() => save.mutate(undefined, { onSuccess: () => toast({ text: t('saved') }) })}
        problem={save.error}
        fields={TOKEN_POINTERS}
      >
        <TokenFields kind={token.kind} draft={draft} onChange={setDraft} />
        <div>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {ui('save')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function TokenUsage({ token }: { readonly token: Token }) {
  const t = useMessages(tokensMessages);
  const format = useFormat();
  const account = useAccountSlug();
  const usage = useQuery({
    queryKey: ['token-usage', account, token.id],
    queryFn: ({ signal }) => api.get<UsageReport>(`/accounts/${account}/tokens/${token.id}/usage`, { bucket: 'day' }, signal),
  });
  return (
    <QueryView query={usage} skeleton={<Skeleton height={120} />}>
      {({ total, data }) => (
        <>
          <div className="grid-two">
            <Stat label={t('turns')} value={format.number(total.turns)} note={t('lastDays')} />
            <Stat label={t('cost')} value={format.money(total.cost.amount, total.cost.currency)} note={t('lastDays')} />
          </div>
          {data.length > 0 && (
            <Card title={t('turns')}>
              <TimeChart
                label={t('turns')}
                height={160}
                points={data.map(({ start, turns }) => ({ time: start, values: { turns } }))}
                series={[{ id: 'turns', label: t('turns') }]}
                formatTime={format.day}
                formatValue={format.compact}
              />
            </Card>
          )}
        </>
      )}
    </QueryView>
  );
}
