import type { FleetMigration } from '@salient/contracts/admin';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/index.js';
import { useMessages } from '../../i18n/index.js';
import { FormDialog, NumberField } from '../../ui/index.js';
import { fleetMessages } from './messages/index.js';

export function StartMigrationDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(fleetMessages);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [canaries, setCanaries] = useState<number | null>(1);
  const [concurrency, setConcurrency] = useState<number | null>(4);
  const start = useMutation({
    mutationFn: () =>
      api.send<FleetMigration>('POST', '/fleet-migrations', {
        body: { ...(canaries === null ? {} : { canaries }), ...(concurrency === null ? {} : { concurrency }) },
      }),
    onSuccess: ({ value }) => {
      void client.invalidateQueries({ queryKey: ['fleet-migrations'] });
      void navigate({ to: `/platform/fleet/migrations/${value.id}` });
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('start')}
      description={t('startText')}
      onSubmit={() => start.mutate()}
      problem={start.error}
      fields={['/canaries', '/concurrency']}
      submit={t('start')}
      busy={start.isPending}
    >
      <NumberField label={t('canaries')} hint={t('canariesHint')} pointer="/canaries" min={0} value={canaries} onChange={setCanaries} />
      <NumberField
        label={t('concurrency')}
        hint={t('concurrencyHint')}
        pointer="/concurrency"
        min={1}
        value={concurrency}
        onChange={setConcurrency}
      />
    </FormDialog>
  );
}
