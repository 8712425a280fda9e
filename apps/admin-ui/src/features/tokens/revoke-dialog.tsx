import type { Token } from '@salient/contracts/admin';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug, useGoTo } from '../../routing/index.js';
import { FormDialog, toast } from '../../ui/index.js';
import { tokensMessages } from './messages/index.js';
import { useTokenMutation } from './token-calls.js';

/** Asks first: a token that leaked must end at once, so there is no time in which it could be undone. */
export function RevokeDialog({ token, onClose }: { readonly token: Token; readonly onClose: () => void }) {
  const t = useMessages(tokensMessages);
  const account = useAccountSlug();
  const goTo = useGoTo();
  const revoke = useTokenMutation(account, () => api.send('DELETE', `/accounts/${account}/tokens/${token.id}`));
  const done = () => {
    toast({ text: t('isRevoked', { name: token.name }) });
    goTo('tokens');
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t('revokeTitle', { name: token.name })}
      description={t('revokeText')}
      onSubmit={() => revoke.mutate(undefined, { onSuccess: done })}
      problem={revoke.error}
      submit={t('revoke')}
      busy={revoke.isPending}
      danger
    />
  );
}
