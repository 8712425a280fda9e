import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { adminUsers } from '@salient/auth/admin';
import { publishBuiltInSchemas } from '@salient/domain/directory';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { controlEnvironment } from '@salient/platform/testing';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import supertest from 'supertest';
import { loadConfig } from '../config.js';
import { createApp } from '../create-app.js';

const PASSWORD = 'correct horse battery staple';

export interface TestAdmin {
  readonly tenancy: TestTenancy;
  readonly app: NestFastifyApplication;
  readonly log: string[];
  /** Sends a request as somebody, with an access token of theirs. */
  send(who: string, method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object): supertest.Test;
  close(): Promise<void>;
}

/** admin-api on a free port with the given accounts, a platform admin `root`, and an `owner` and a `viewer` of the first account. */
export async function startTestAdmin(...accounts: string[]): Promise<TestAdmin> {
  const tenancy = await testTenancy({ migrations: tenantMigrations, entities: [] }, ...accounts);
  await publishBuiltInSchemas(tenancy.control);
  await adminUsers.put(tenancy.control, { email: 'root@example.com', password: PASSWORD, platformAdmin: true });
  for (const role of ['owner', 'viewer']) {
    const id = await adminUsers.put(tenancy.control, { email: `${role}@example.com`, password: PASSWORD, platformAdmin: false });
    await tenancy.control.query('INSERT INTO memberships (user_id, tenant_id, role) VALUES ($1, $2, $3)', [
      id,
      tenancy.tenants[accounts[0]!]!.id,
      role,
    ]);
  }
  const log: string[] = [];
  const config = loadConfig({
    ...controlEnvironment(tenancy.address),
    SALIENT_ENCRYPTION_KEYS: tenancy.encryptionKeys,
    JWT_SECRET: 'an-e2e-signing-key-of-more-than-32-characters',
    LOG_LEVEL: 'debug',
  });
  const app = await createApp(config, '0.0.0-test', { write: (line) => void log.push(line) });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const tokens = new Map<string, string>();
  for (const who of ['root', 'owner', 'viewer']) {
    const { body } = await supertest(url)
      .post('/api/admin/auth/login')
      .send({ email: `${who}@example.com`, password: PASSWORD });
    tokens.set(who, `Bearer ${body.access_token}`);
  }
  return {
    tenancy,
    app,
    log,
    send: (who, method, path, body) => {
      const request = supertest(url)
        [method](`/api/admin${path}`)
        .set('authorization', tokens.get(who) ?? '');
      return body ? request.send(body) : request;
    },
    async close() {
      await app.close();
      await tenancy.close();
    },
  };
}
