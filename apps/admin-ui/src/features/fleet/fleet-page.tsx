import { useMessages } from '../../i18n/index.js';
import { useSearchValues } from '../../routing/index.js';
import { Page, Tabs } from '../../ui/index.js';
import { fleetMessages } from './messages/index.js';
import { Migrations } from './migrations.js';
import { Moves } from './moves.js';
import { Tenants } from './tenants.js';

/** Where the accounts' databases live and how they are, and the migrations that bring them to the newest schema. */
export default function FleetPage() {
  const t = useMessages(fleetMessages);
  const [{ tab }, setSearch] = useSearchValues();
  return (
    <Page title={t('title')} description={t('description')}>
      <Tabs
        label={t('title')}
        value={tab === 'migrations' || tab === 'moves' ? tab : 'tenants'}
        onChange={(next) => setSearch({ tab: next })}
        tabs={[
          { value: 'tenants', label: t('tenants'), content: <Tenants /> },
          { value: 'moves', label: t('moves'), content: <Moves /> },
          { value: 'migrations', label: t('migrations'), content: <Migrations /> },
        ]}
      />
    </Page>
  );
}
