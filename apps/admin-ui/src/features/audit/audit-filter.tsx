import { useState } from 'react';
import { useMessages } from '../../i18n/index.js';
import type { SearchValues } from '../../routing/index.js';
import { Button, TextField } from '../../ui/index.js';
import { auditMessages } from './messages/index.js';

interface AuditFilterProps {
  readonly values: SearchValues;
  readonly onChange: (values: SearchValues) => void;
}

/** Asks when it is told to: half an e-mail address finds nobody. */
export function AuditFilter({ values, onChange }: AuditFilterProps) {
  const t = useMessages(auditMessages);
  const [actor, setActor] = useState(values['actor'] ?? '');
  const [action, setAction] = useState(values['action'] ?? '');
  const [target, setTarget] = useState(values['target'] ?? '');
  return (
    <form
      role="search"
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ actor: actor.trim(), action: action.trim(), target: target.trim() });
      }}
    >
      <div className="grid-two">
        <TextField label={t('actor')} hint={t('actorHint')} value={actor} onChange={setActor} />
        <TextField label={t('action')} hint={t('actionHint')} value={action} onChange={setAction} />
        <TextField label={t('target')} hint={t('targetHint')} value={target} onChange={setTarget} />
      </div>
      <div className="row">
        <Button type="submit">{t('apply')}</Button>
        {Object.values(values).some(Boolean) && (
          <Button variant="quiet" onClick={() => onChange({ actor: '', action: '', target: '' })}>
            {t('clear')}
          </Button>
        )}
      </div>
    </form>
  );
}
