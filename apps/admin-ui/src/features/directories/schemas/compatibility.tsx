import type { AccountCompatibility, SchemaChange } from '@salient/contracts/admin';
import { useMessages } from '../../../i18n/index.js';
import { Badge, Card, Notice } from '../../../ui/index.js';
import { directoriesMessages } from '../messages/index.js';

interface CompatibilityProps {
  readonly changes: readonly SchemaChange[];
  readonly accounts: readonly AccountCompatibility[];
}

/** What a change of a schema would do: which keywords differ, which entries would not fit any more, which prompts change. */
export function Compatibility({ changes, accounts }: CompatibilityProps) {
  const t = useMessages(directoriesMessages);
  return (
    <Card title={t('compatibility')} className="stack">
      {changes.length === 0 ? (
        <p>{t('noChanges')}</p>
      ) : (
        <ul className="small">
          {changes.map(({ pointer, kind }) => (
            <li key={pointer}>
              {t(`kind_${kind}`)} <code>{pointer}</code>
            </li>
          ))}
        </ul>
      )}
      {accounts.map((account) => (
        <OfAccount key={account.account} account={account} />
      ))}
    </Card>
  );
}

function OfAccount({ account: { account, compatible, lists, agents, error } }: { readonly account: AccountCompatibility }) {
  const t = useMessages(directoriesMessages);
  return (
    <section className="stack-tight" aria-label={account}>
      <div className="row">
        <strong>{account}</strong>
        <Badge tone={compatible ? 'good' : 'bad'}>{compatible ? t('compatible') : t('incompatible')}</Badge>
      </div>
      {error && <Notice tone="warn">{error}</Notice>}
      <ul className="small">
        {lists.map(({ list, checked, unfit, examples }) => (
          <li key={list}>
            {t('listFits', { list, fit: checked - unfit, checked })}
            {examples.map(({ entry_id: id, name, errors }) => (
              <div key={id} className="quiet">
                {name}: {errors.map(({ pointer, detail }) => `${pointer} ${detail}`).join('; ')}
              </div>
            ))}
          </li>
        ))}
        {agents.map(({ agent, prompt, tools }) => (
          <li key={agent}>
            {t('agentChanges', { agent, parts: [...(prompt ? [t('prompt')] : []), ...tools.map(({ name }) => name)].join(', ') })}
          </li>
        ))}
      </ul>
    </section>
  );
}
