export { AgentAdministration, type AgentChange } from './agent-administration.js';
export { AgentSlugTaken } from './agent-administration.errors.js';
