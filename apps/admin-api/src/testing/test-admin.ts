import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { adminUsers, members } from '@salient/auth/admin';
import { publishBuiltInSchemas } from '@salient/domain/directory';
import { tenantMigrations } from '@salient/domain/tenant-schema';
import { AnsweredStatuses, controlEnvironment } from '@salient/platform/testing';
import { testTenancy, type TestTenancy } from '@salient/tenancy/testing';
import { setTimeout as wait } from 'node:timers/promises';
import supertest from 'supertest';
import { loadConfig } from '../config.js';
import { createApp } from '../create-app.js';

/** What all of them sign in with. */
export const PASSWORD = 'correct horse battery staple';
/** What its access tokens are signed with. */
export const JWT_SECRET = 'an-e2e-signing-key-of-more-than-32-characters';

export const ROLES = ['owner', 'admin', 'editor', 'viewer'] as const;

export interface TestAdmin {
  readonly tenancy: TestTenancy;
  readonly app: NestFastifyApplication;
  readonly log: string[];
  /** Without a token. */
  http(): ReturnType<typeof supertest>;
  /** Sends a request as somebody, with an access token of theirs. */
  send(who: string, method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object): supertest.Test;
  /** The `Authorization` header of somebody. */
  authorization(who: string): string;
  /** Signs somebody in. */
  login(email: string, password?: string, totp?: string): supertest.Test;
  /** The newest mail that somebody was sent, as the development outbox shows it; waits for one that is on its way. */
  mailTo(email: string): Promise<string>;
  /** @throws Error when it has answered something that its OpenAPI document does not tell of */
  close(): Promise<void>;
}

export interface TestAdminOptions {
  readonly environment?: Record<string, string>;
  /** Before the service listens. */
  readonly prepare?: (app: NestFastifyApplication) => void;
}

/** admin-api on a free port with the given accounts, a platform admin `root`, and somebody of each role in the first account. */
export function startTestAdmin(...accounts: string[]): Promise<TestAdmin> {
  return startTestAdminWith({}, ...accounts);
}

export async function startTestAdminWith({ environment, prepare }: TestAdminOptions, ...accounts: string[]): Promise<TestAdmin> {
  const tenancy = await testTenancy({ migrations: tenantMigrations, entities: [] }, ...accounts);
  await publishBuiltInSchemas(tenancy.control);
  await addPeople(tenancy, tenancy.tenants[accounts[0]!]!.id);
  const log: string[] = [];
  const config = loadConfig({
    ...controlEnvironment(tenancy.address, 'admin'),
    SALIENT_ENCRYPTION_KEYS: tenancy.encryptionKeys,
    JWT_SECRET,
    LOG_LEVEL: 'debug',
    TENANT_POOL_SIZE: '0', // what is made in the background would slow the specs down
    ...environment,
  });
  const app = await createApp(config, '0.0.0-test', { write: (line) => void log.push(line) });
  const answered = new AnsweredStatuses('admin-api');
  answered.watch(app);
  prepare?.(app);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const login = (email: string, password = PASSWORD, totp?: string) =>
    supertest(url).post('/api/admin/auth/login').send({ email, password, totp });
  const tokens = new Map<string, string>();
  for (const who of ['root', ...ROLES]) tokens.set(who, `Bearer ${(await login(`${who}@example.com`)).body.access_token}`);
  return {
    tenancy,
    app,
    log,
    http: () => supertest(url),
    login,
    authorization: (who) => tokens.get(who) ?? '',
    send: (who, method, path, body) => {
      const request = supertest(url)
        [method](`/api/admin${path}`)
        .set('authorization', tokens.get(who) ?? '');
      return body ? request.send(body) : request;
    },
    async mailTo(email) {
      for (;;) {
        const mail = log.findLast((line) => line.startsWith(`Mail to ${email}:`));
        if (mail) return mail;
        await wait(20);
      }
    },
    async close() {
      try {
        await answered.settle(app);
      } finally {
        await app.close();
        await tenancy.close();
      }
    },
  };
}

async function addPeople({ control }: TestTenancy, tenantId: string): Promise<void> {
  await adminUsers.put(control, { email: 'root@example.com', password: PASSWORD, platformAdmin: true });
  for (const role of ROLES) {
    const id = await adminUsers.put(control, { email: `${role}@example.com`, password: PASSWORD, platformAdmin: false });
    await members.put(control, tenantId, id, role);
  }
}
