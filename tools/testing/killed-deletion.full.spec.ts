import { tenantMigrations } from '@salient/domain/tenant-schema';
import { withClient } from '@salient/platform';
import { TenantRemover, type DeletionReceipt } from '@salient/tenancy/lifecycle';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import type { Service } from '../local-stack/service.ts';
import { startAdminApi } from './spec-services.ts';

const SPEC_MS = 120_000;

describe('admin-api, killed while it deletes an account', () => {
  let tenancy: TestTenancy;
  let service: Service;
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: tenantMigrations, entities: [] }, 'acme', 'globex');
    service = await startAdminApi(tenancy);
  }, SPEC_MS);
  afterAll(async () => {
    await service.stop(AbortSignal.abort());
    await tenancy.close();
  }, SPEC_MS);

  /** The database and the role of that name. */
  const leftOvers = (name: string) =>
    tenancy.control.query(
      'SELECT datname AS name FROM pg_database WHERE datname = $1 UNION ALL SELECT rolname FROM pg_roles WHERE rolname = $1',
      [name],
    );
  const statuses = () => tenancy.control.query('SELECT slug, status FROM tenant_registry ORDER BY slug');

  it(
    'has dropped the database and told nobody: the next one finishes, and leaves one receipt with the size',
    async () => {
      const name = tenancy.tenants['acme']!.address.database;
      const [stored] = await tenancy.control.query<{ bytes: string }>('SELECT pg_database_size($1) AS bytes', [name]);
      await withClient(tenancy.address, async (client) => {
        await client.query('BEGIN; LOCK TABLE api_tokens IN SHARE MODE'); // what comes after the drop waits
        await tenancy.control.query(`UPDATE tenant_registry SET status = 'deleting', delete_after = now() WHERE slug = 'acme'`);
        while ((await leftOvers(name)).length > 0);
        process.kill(service.pid, 'SIGKILL');
        await service.ended;
        await client.query('COMMIT');
      });
      const remover = new TenantRemover(tenancy.access);
      await tenancy.control.query(`DELETE FROM service_processes`); // as if its heartbeat were long past
      const receipts: DeletionReceipt[] = [];
      while (receipts.length === 0) await remover.removeDue({ kind: 'system', id: 'spec' }, (receipt) => receipts.push(receipt)); // the server ends its transaction
      expect(receipts).toMatchObject([{ slug: 'acme', database: name, bytes: Number(stored!.bytes) }]);
      expect(await statuses()).toEqual([
        { slug: 'acme', status: 'deleted' },
        { slug: 'globex', status: 'active' },
      ]);
      const events = await tenancy.control.query(`SELECT details->>'slug' AS slug FROM audit_events WHERE action = 'account.deleted'`);
      expect(events).toEqual([{ slug: 'acme' }]);
    },
    SPEC_MS,
  );
});
