import { AgentsAndChat1764000000000 } from './migrations/1764000000000-agents-and-chat.js';

/** Every migration of a tenant's database, oldest first. */
export const tenantMigrations = [AgentsAndChat1764000000000];
