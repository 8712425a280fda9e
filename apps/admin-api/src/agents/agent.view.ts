import type { AdminAgent, AdminAgentDetail, AgentVersion } from '@salient/contracts/admin';
import type { Agent } from '@salient/domain/agents';
import { contentOf, type AgentState, type AgentVersionRow } from '@salient/domain/agents/admin';
import { entityTag } from '@salient/platform';
import type { FastifyReply } from 'fastify';

/** One agent, its tag in the answer's `ETag`. */
export function tagged(reply: FastifyReply, state: AgentState): AdminAgentDetail {
  reply.header('etag', entityTag(state.agent.revision));
  return agentDetail(state);
}

export function agentDetail({ agent, draft }: AgentState): AdminAgentDetail {
  return { ...agentView(Object.assign(agent, { hasDraft: draft !== null })), draft };
}

export function agentView(agent: Agent & { readonly hasDraft: boolean }): AdminAgent {
  const { id, slug, status, version, hasDraft, createdAt, updatedAt } = agent;
  return {
    id,
    slug,
    ...contentOf(agent),
    status,
    version,
    has_draft: hasDraft,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

export function versionView({ version, published_at, published_by, restores }: AgentVersionRow): AgentVersion {
  return { version, published_at: published_at.toISOString(), published_by, restores };
}
