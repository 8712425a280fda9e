import type { AgentContent } from '@salient/contracts/admin';
import type { Agent } from './agent.entity.js';

/** The columns of an agent that hold its content. */
export type AgentFields = Omit<Agent, 'id' | 'slug' | 'status' | 'version' | 'revision' | 'createdAt' | 'updatedAt' | 'deletedAt'>;

/** What is left out of a new agent. */
export const CONTENT_DEFAULTS: AgentContent = {
  name: '',
  description: '',
  greeting: '',
  suggestions: [],
  theme: {},
  system_prompt: '',
  model: null,
  fallbacks: [],
  lists: null,
  tools: ['list_directories', 'search_directory'],
  limits: {},
  budget: null,
  closed_message: 'I cannot answer right now. Please try again later.',
  hosted_page: false,
  max_output_tokens: null,
  temperature: null,
  disconnect_policy: 'continue',
};

/** An agent's content as the wire and the versions have it. */
export function contentOf(agent: AgentFields): AgentContent {
  const { name, description, greeting, suggestions, theme, model, fallbacks, lists, limits, budget } = agent;
  return {
    name,
    description,
    greeting,
    suggestions,
    theme,
    system_prompt: agent.systemPrompt,
    model,
    fallbacks,
    lists,
    tools: agent.tools as AgentContent['tools'],
    limits,
    budget: budget as AgentContent['budget'],
    closed_message: agent.closedMessage,
    hosted_page: agent.hostedPage,
    max_output_tokens: agent.maxOutputTokens,
    temperature: agent.temperature === null ? null : Number(agent.temperature),
    disconnect_policy: agent.disconnectPolicy,
  };
}

/** The same, as the entity has it. A version from before a field was there gets the field's default. */
export function fieldsOf(stored: Partial<AgentContent>): AgentFields {
  const content = { ...CONTENT_DEFAULTS, ...stored };
  const { name, description, greeting, suggestions, theme, model, fallbacks, lists, tools, limits, budget } = content;
  return {
    name,
    description,
    greeting,
    suggestions,
    theme,
    systemPrompt: content.system_prompt,
    model,
    fallbacks,
    lists,
    tools,
    limits,
    budget,
    closedMessage: content.closed_message,
    hostedPage: content.hosted_page,
    maxOutputTokens: content.max_output_tokens,
    temperature: content.temperature === null ? null : String(content.temperature),
    disconnectPolicy: content.disconnect_policy,
  };
}
