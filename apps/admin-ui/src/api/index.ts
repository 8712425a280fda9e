export { api, type Sending, type Tagged } from './admin-api.js';
export { ApiProblem } from './api-problem.js';
export { call, queryString, type Query } from './call.js';
export { accountQuery, accountsQuery, holdsRole, meQuery, useAccount, useMay, useMe, useSessionStatus } from './me.js';
export { usePages, type ListPages, type Pages, type Paging } from './pages.js';
export { readServerEvents, type ServerEvent } from './server-events.js';
export { session, type SessionStatus } from './session.js';
