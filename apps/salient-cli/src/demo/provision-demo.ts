import { apiTokens, tokenStatus, type ApiToken, type TokenKind } from '@salient/auth/tokens';
import { createAgent } from '@salient/domain/agents';
import type { TenantRecord } from '@salient/tenancy';
import { hasList, importList } from '../list-data.js';
import type { Operator } from '../operator.js';
import { createToken, type MadeToken } from '../token.command.js';
import type { DemoData } from './demo-data.js';

export interface DemoAccount {
  readonly id: string;
  readonly slug: string;
  readonly agents: readonly string[];
  /** With the text of a token only if this run made it. */
  readonly tokens: readonly (Omit<MadeToken, 'token'> & { readonly token?: string })[];
}

/** Where a page of a developer's own would run; a publishable token needs at least one origin. */
const DEMO_ORIGINS = ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://localhost:8000', 'http://127.0.0.1:8000'];

/**
 * Makes what is missing of a demo account, the way that real ones are made.
 *
 * @param held refs of tokens that are of use to the caller; all that exist when left out
 */
export async function provisionDemo(
  operator: Operator,
  { account, agent, lists }: DemoData,
  held?: readonly string[],
): Promise<DemoAccount> {
  const tenant = (await operator.findAccount(account.slug)) ?? (await operator.provisioner.provision(account));
  await operator.inAccount(tenant, async (db) => {
    await createAgent(db, agent);
    for (const list of lists) if (!(await hasList(db, list.slug))) await importList(operator.control, db, list);
  });
  const { id, slug } = tenant;
  const tokens = [await demoToken(operator, tenant, 'sk', held), await demoToken(operator, tenant, 'pk', held)];
  return { id, slug, agents: [agent.slug], tokens };
}

async function demoToken(
  operator: Operator,
  tenant: TenantRecord,
  kind: TokenKind,
  held?: readonly string[],
): Promise<DemoAccount['tokens'][number]> {
  const name = kind === 'sk' ? 'Demo server' : 'Demo page';
  const known = await apiTokens.page(operator.control, tenant.id, 100, null);
  const isOfUse = (token: ApiToken) => tokenStatus(token) === 'active' && (held?.includes(token.ref) ?? true);
  const row = known.find((token) => token.kind === kind && token.name === name && isOfUse(token));
  if (row) return { id: row.id, ref: row.ref, kind };
  return createToken(operator, tenant, { kind, name, allowedOrigins: kind === 'pk' ? DEMO_ORIGINS : undefined });
}
