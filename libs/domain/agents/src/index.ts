export { Agent, agentEntities, type DisconnectPolicy } from './agent.entity.js';
export { AgentNotFound } from './agent.errors.js';
export { AgentService, createAgent, type NewAgent } from './agent.service.js';
