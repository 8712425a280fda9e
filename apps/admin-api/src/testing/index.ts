export { fillList } from './filled-list.js';
export { agentIn, say, type SaidTurn } from './said.js';
export { addSecondServer } from './second-server.js';
export { PASSWORD, ROLES, startTestAdmin, startTestAdminWith, type TestAdmin } from './test-admin.js';
