import { apiTokens } from '@salient/auth/tokens';
import { createAgent } from '@salient/domain/agents';
import { controlEnvironment } from '@salient/platform/testing';
import { TenantDb } from '@salient/tenancy';
import type { TestTenancy } from '@salient/tenancy/testing';
import { randomBytes } from 'node:crypto';
import { Service } from '../local-stack/service.ts';
import { freePort } from '../processes/ports.ts';

/** What a process is told of a spec's databases; `login` is the service whose rights it has there. */
export function databaseEnvironment(tenancy: TestTenancy, login: 'chat' | 'admin'): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    ...controlEnvironment(tenancy.address, login),
    SALIENT_ENCRYPTION_KEYS: tenancy.encryptionKeys,
  };
}

/** Processes of chat-api beside each other, with the same keys, when all are ready. */
export async function startChatApis(tenancy: TestTenancy, count: number, environment: NodeJS.ProcessEnv): Promise<Service[]> {
  const keys = { SESSION_TOKEN_KEYS: `spec:${randomBytes(32).toString('base64')}` };
  const services: Service[] = [];
  for (let index = 0; index < count; index++)
    services.push(new Service('chat-api', await freePort(), { ...databaseEnvironment(tenancy, 'chat'), ...keys, ...environment }));
  return whenReady(services);
}

/** A process of admin-api that makes no databases beforehand, when it is ready. */
export async function startAdminApi(tenancy: TestTenancy, environment: NodeJS.ProcessEnv = {}): Promise<Service> {
  const service = new Service('admin-api', await freePort(), {
    ...databaseEnvironment(tenancy, 'admin'),
    JWT_SECRET: 'a-signing-key-of-more-than-32-characters',
    TENANT_POOL_SIZE: '0',
    LOG_LEVEL: 'warn',
    ...environment,
  });
  await whenReady([service]);
  return service;
}

/** None is left behind when one does not become ready. */
async function whenReady(services: Service[]): Promise<Service[]> {
  try {
    await Promise.all(services.map((service) => service.ready(new AbortController().signal)));
    return services;
  } catch (error) {
    await Promise.all(services.map((service) => service.stop(AbortSignal.abort())));
    throw error;
  }
}

/** Gives each account an agent `info`; answers a token for each, by its slug. */
export async function publishAgents(tenancy: TestTenancy, slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const tokens = new Map<string, string>();
  for (const slug of slugs) {
    await tenancy.run(slug, () => createAgent(new TenantDb(), { slug: 'info', name: 'Info', system_prompt: '' }));
    const { token } = await apiTokens.create(tenancy.control, { tenantId: tenancy.tenants[slug]!.id, name: 'load', kind: 'sk' });
    tokens.set(slug, token);
  }
  return tokens;
}
