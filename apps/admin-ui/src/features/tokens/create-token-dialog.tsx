import type { TokenKind, TokenScope } from '@salient/contracts/admin';
import { useState } from 'react';
import { useMessages } from '../../i18n/index.js';
import { useAccountSlug } from '../../routing/index.js';
import { Checkbox, FieldGroup, FormDialog, SelectField } from '../../ui/index.js';
import { tokensMessages } from './messages/index.js';
import { useCreateToken } from './token-calls.js';
import { draftOf, requestOf, TOKEN_POINTERS, TokenFields } from './token-fields.js';

/** Every scope, and whether a new server token has it at first. */
const SCOPES: Readonly<Record<TokenScope, boolean>> = {
  'chat:write': true,
  'chat:read': true,
  'sessions:read': true,
  'feedback:write': true,
  'usage:read': false,
  'directory:read': false,
  'directory:write': false,
};

interface CreateTokenDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (secret: string) => void;
}

export function CreateTokenDialog({ onClose, onCreated }: CreateTokenDialogProps) {
  const t = useMessages(tokensMessages);
  const [kind, setKind] = useState<TokenKind>('sk');
  const [draft, setDraft] = useState(() => draftOf());
  const [scopes, setScopes] = useState(SCOPES);
  const create = useCreateToken(useAccountSlug());
  const submit = () => {
    const chosen = (Object.keys(SCOPES) as TokenScope[]).filter((scope) => scopes[scope]);
    const request = { ...requestOf(draft), kind, ...(kind === 'sk' ? { scopes: chosen } : {}) };
    create.mutate(request, { onSuccess: ({ value }) => onCreated(value.token) });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t('create')}
      description={t('createText')}
      onSubmit={submit}
      problem={create.error}
      fields={TOKEN_POINTERS}
      submit={t('create')}
      busy={create.isPending}
    >
      <SelectField
        label={t('kind')}
        hint={kind === 'sk' ? t('skHint') : t('pkHint')}
        value={kind}
        options={[
          { value: 'sk', label: t('sk') },
          { value: 'pk', label: t('pk') },
        ]}
        onChange={(value) => setKind(value as TokenKind)}
      />
      <TokenFields kind={kind} draft={draft} onChange={setDraft} />
      {kind === 'sk' && (
        <FieldGroup label={t('scopes')} pointer="/scopes">
          {(Object.keys(SCOPES) as TokenScope[]).map((scope) => (
            <Checkbox
              key={scope}
              label={scope}
              hint={t(scope)}
              checked={scopes[scope]}
              onChange={(isOn) => setScopes({ ...scopes, [scope]: isOn })}
            />
          ))}
        </FieldGroup>
      )}
    </FormDialog>
  );
}
