import { useMessages } from '../../i18n/index.js';
import { Button, CopyButton, Notice } from '../../ui/index.js';
import { profileMessages } from './messages/index.js';

/** Codes that each sign in once in place of the app; shown this once. */
export function RecoveryCodeList({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const t = useMessages(profileMessages);
  return (
    <div className="stack">
      <Notice tone="warn" title={t('recoveryTitle')}>
        {t('recoveryText')}
      </Notice>
      <ul className="profile-codes" aria-label={t('recoveryCodes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <CopyButton text={codes.join('\n')} label={t('copyCodes')} />
        <Button variant="primary" onClick={onKept}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
