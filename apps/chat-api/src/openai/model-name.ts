import { AccountMismatch } from '@salient/auth/tokens';
import { Slug } from '@salient/contracts';
import { AgentNotFound } from '@salient/domain/agents';

/** The id under which clients know an agent. */
export function modelName(account: string, agent: string): string {
  return `${account}/${agent}`;
}

/**
 * The agent that a model's name means for a caller of `account`: `agent`, `account/agent`, and for clients that do not bear
 * the slash `account%2Fagent` and `account--agent`.
 *
 * @throws AccountMismatch when it names another account, AgentNotFound when it cannot be a name at all
 */
export function agentOfModel(model: string, account: string): string {
  const name = model.replace(/%2f/i, '/');
  const slash = name.indexOf('/');
  if (slash >= 0 && name.slice(0, slash) !== account) throw new AccountMismatch();
  const agent = slash >= 0 ? name.slice(slash + 1) : withoutPrefix(name, `${account}--`);
  if (!Slug.safeParse(agent).success) throw new AgentNotFound(agent);
  return agent;
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}
