import type { DemoAccount, DemoToken, Operator } from './operator.ts';
import { saveSecrets, type Secrets } from './secrets.ts';

/** A demo account as `dev.json` shows it. */
export interface ReadyAccount {
  readonly id: string;
  readonly slug: string;
  readonly agents: readonly string[];
  readonly token: string;
  readonly publishable_token: string;
}

/** The demo accounts with the text of their tokens, which is told once, when they are made, and kept with the secrets. */
export async function readyAccounts(operator: Operator, secrets: Secrets, dataDirectory: string): Promise<ReadyAccount[]> {
  const accounts = await operator.demo(Object.keys(secrets.tokens));
  const made = accounts.flatMap(({ tokens }) => tokens).flatMap(({ ref, token }) => (token ? [[ref, token]] : []));
  const tokens = { ...secrets.tokens, ...Object.fromEntries(made) };
  saveSecrets(dataDirectory, { ...secrets, tokens });
  return accounts.map((account) => ({
    id: account.id,
    slug: account.slug,
    agents: account.agents,
    token: textOf(account, 'sk', tokens),
    publishable_token: textOf(account, 'pk', tokens),
  }));
}

function textOf({ slug, tokens }: DemoAccount, kind: DemoToken['kind'], texts: Readonly<Record<string, string>>): string {
  const text = texts[tokens.find((token) => token.kind === kind)?.ref ?? ''];
  if (!text) throw new Error(`The ${kind} token of ${slug} is not known.`);
  return text;
}
