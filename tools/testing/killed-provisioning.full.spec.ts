import { tenantMigrations } from '@salient/domain/tenant-schema';
import { withClient } from '@salient/platform';
import { controlEnvironment } from '@salient/platform/testing';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { workspace } from '../local-stack/settings.ts';

const SPEC_MS = 120_000;

describe('a process that is killed while it makes an account', () => {
  let tenancy: TestTenancy;
  beforeAll(async () => {
    tenancy = await testTenancy({ migrations: tenantMigrations, entities: [] });
  }, SPEC_MS);
  afterAll(() => tenancy.close());

  /** Runs `salient account create` and kills it with SIGKILL when the database is there and the account is not yet active. */
  async function killWhileProvisioning(slug: string): Promise<string> {
    return withClient(tenancy.address, async (client) => {
      await client.query('LISTEN salient_control');
      const reserved = once(client, 'notification');
      const program = ['--enable-source-maps', 'dist/apps/salient-cli/main.js', 'account', 'create', '--slug', slug, '--name', slug];
      const env = {
        PATH: process.env['PATH'],
        ...controlEnvironment(tenancy.address, 'admin'),
        SALIENT_ENCRYPTION_KEYS: tenancy.encryptionKeys,
      };
      const maker = spawn(process.execPath, program, { cwd: workspace, env, stdio: ['ignore', 'ignore', 'inherit'] });
      const exited = once(maker, 'exit');
      await reserved;
      await client.query('BEGIN; LOCK TABLE tenant_registry IN SHARE MODE'); // it cannot become active
      const { rows } = await client.query<{ name: string; status: string }>(
        'SELECT database_name AS name, status FROM tenant_registry WHERE slug = $1',
        [slug],
      );
      expect(rows[0]?.status).toBe('provisioning');
      const { name } = rows[0]!;
      while ((await leftOvers(name)).length < 2);
      maker.kill('SIGKILL');
      expect((await exited)[1]).toBe('SIGKILL');
      await client.query('COMMIT');
      return name;
    });
  }

  /** The database and the role of that name. */
  const leftOvers = (name: string) =>
    tenancy.control.query(
      'SELECT datname AS name FROM pg_database WHERE datname = $1 UNION ALL SELECT rolname FROM pg_roles WHERE rolname = $1',
      [name],
    );

  it(
    'leaves nothing behind once its lease is over, and the slug is free again',
    async () => {
      const name = await killWhileProvisioning('acme');
      await tenancy.provisioner.removeAbandoned();
      expect(await leftOvers(name)).toHaveLength(2); // it may live still
      await tenancy.control.query(`UPDATE tenant_registry SET provisioning_until = now() - interval '1 second'`);
      await tenancy.provisioner.removeAbandoned();
      expect(await leftOvers(name)).toEqual([]);
      expect(await tenancy.provisioner.provision({ slug: 'acme', name: 'Acme' })).toMatchObject({ status: 'active' });
    },
    SPEC_MS,
  );
});
