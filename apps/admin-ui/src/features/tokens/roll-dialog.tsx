import type { RollTokenRequest, Token } from '@salient/contracts/admin';
import { useState } from 'react';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { FormDialog, SelectField } from '../../ui/index.js';
import { tokensMessages } from './messages/index.js';
import { useRollToken } from './token-calls.js';

type Grace = RollTokenRequest['grace'];

const GRACES: readonly Grace[] = ['0', '15m', '1h', '4h', '12h', '1d', '3d', '7d'];

interface RollDialogProps {
  readonly token: Token;
  readonly onClose: () => void;
  readonly onRolled: (secret: string) => void;
}

/** Puts a new token in the place of one; for a while both are good, so that nothing stops meanwhile. */
export function RollDialog({ token, onClose, onRolled }: RollDialogProps) {
  const t = useMessages(tokensMessages);
  const [grace, setGrace] = useState<Grace>('1d');
  const roll = useRollToken(useAccountSlug(), token.id);
  return (
    <FormDialog
      onClose={onClose}
      title={t('rollTitle', { name: token.name })}
      description={t('rollText')}
      onSubmit={() => roll.mutate({ grace }, { onSuccess: ({ value }) => onRolled(value.token) })}
      problem={roll.error}
      submit={t('roll')}
      busy={roll.isPending}
    >
      <SelectField
        label={t('grace')}
        value={grace}
        options={GRACES.map((value) => ({ value, label: t(`grace_${value}`) }))}
        onChange={(value) => setGrace(value as Grace)}
      />
    </FormDialog>
  );
}
