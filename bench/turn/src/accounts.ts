import { createHash } from 'node:crypto';
import { apiTokens } from '@salient/auth/tokens';
import { createAgent } from '@salient/domain/agents';
import { clientAddress } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import type { TestTenancy } from '@salient/tenancy/testing';

/** How the model server answers, by the name of the model that is asked: each agent is called as its model. */
export const AGENTS = ['short', 'paced-20', 'paced-220', 'hold'] as const;
export type AgentName = (typeof AGENTS)[number];

/** An account as a peer is told of it. */
export interface Account {
  readonly slug: string;
  readonly token: string;
  /** SHA-256 of the token, as hex. */
  readonly tokenHash: string;
  readonly database: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
}

/** Connections that each peer may have to an account's database: what chat-api has by default. */
export const CONNECTIONS_PER_ACCOUNT = 4;

/** Fills a provisioned account: the agents, and a token for them. */
export async function fillAccount({ control, tenants, run }: TestTenancy, slug: string): Promise<Account> {
  const tenant = tenants[slug]!;
  await run(slug, async () => {
    for (const name of AGENTS) {
      await createAgent(new TenantDb(), { slug: name, name, model: name, system_prompt: 'You are the front desk of a clinic. Be brief.' });
    }
  });
  const { token } = await apiTokens.create(control, { tenantId: tenant.id, name: 'bench', kind: 'sk' });
  const { host, port, user, password, database } = clientAddress(tenant.address);
  return {
    slug,
    token,
    tokenHash: createHash('sha256').update(token).digest('hex'),
    database: { host: String(host), port: Number(port), user: String(user), password: String(password), database: String(database) },
  };
}
