export { AgentAdministration, type AgentState, type Author } from './agent-administration.js';
export { AgentSlugTaken, VersionNotFound } from './agent-administration.errors.js';
export { contentOf } from './agent-content.js';
export { agentVersions, changesBetween, type AgentVersionRow, type FieldChange } from './agent-versions.js';
export { CONTENT_DEFAULTS } from './agent-content.js';
export { createPreview, type PreviewGrant } from './agent-previews.js';
