export { agentIn, say, type SaidTurn } from './said.js';
export { PASSWORD, ROLES, startTestAdmin, startTestAdminWith, type TestAdmin } from './test-admin.js';
