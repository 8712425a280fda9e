export { Agent, agentEntities, type AgentBudget, type AgentLimits, type DisconnectPolicy } from './agent.entity.js';
export { AgentNotFound } from './agent.errors.js';
export { AgentService, createAgent, type NewAgent } from './agent.service.js';
export { findPreview } from './agent-previews.js';
export { TENANT_SCHEMA_KNOWN, TENANT_SCHEMA_MINIMUM } from './schema-versions.js';
