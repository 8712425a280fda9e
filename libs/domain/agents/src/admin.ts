export { AgentAdministration, type AgentState, type Author } from './agent-administration.js';
export { AgentSlugTaken, VersionNotFound } from './agent-administration.errors.js';
export { contentOf } from './agent-content.js';
export { agentVersions, changesBetween, type AgentVersionRow, type FieldChange } from './agent-versions.js';
export { createPreview, type PreviewGrant } from './agent-previews.js';
