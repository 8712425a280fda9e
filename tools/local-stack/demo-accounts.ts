import type { DemoAccount, DemoToken, Operator } from './operator.ts';
import { saveSecrets, type Secrets } from './secrets.ts';

export interface ReadyAccount {
  readonly id: string;
  readonly slug: string;
  readonly agents: readonly string[];
  readonly token: string;
  readonly publishable_token: string;
}

/**
 * The demo accounts with tokens that we know. A token is shown once, when it is made; one whose text was lost, because the
 * start was cut then, is replaced by another.
 */
export async function readyAccounts(operator: Operator, secrets: Secrets, dataDirectory: string): Promise<ReadyAccount[]> {
  const accounts = await operator.demo();
  const tokens: Record<string, Record<DemoToken['kind'], string>> = {};
  for (const account of accounts) {
    tokens[account.id] = { sk: await knownToken(operator, account, 'sk', secrets), pk: await knownToken(operator, account, 'pk', secrets) };
  }
  saveSecrets(dataDirectory, { ...secrets, tokens });
  return accounts.map(({ id, slug, agents }) => ({ id, slug, agents, token: tokens[id]!.sk, publishable_token: tokens[id]!.pk }));
}

async function knownToken(operator: Operator, account: DemoAccount, kind: DemoToken['kind'], secrets: Secrets): Promise<string> {
  const made = account.tokens.find((token) => token.kind === kind && token.token);
  if (made?.token) return made.token;
  const kept = secrets.tokens[account.id]?.[kind];
  if (kept && account.tokens.some(({ ref }) => kept.startsWith(`sal_${kind}_${ref}_`))) return kept;
  const { token } = await operator.createToken(account.slug, kind);
  if (!token) throw new Error(`The new ${kind} token of ${account.slug} came without its text.`);
  return token;
}
