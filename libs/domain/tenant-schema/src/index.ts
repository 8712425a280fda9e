import { AgentsAndChat1764000000000 } from './migrations/1764000000000-agents-and-chat.js';
import { Directory1764000000001 } from './migrations/1764000000001-directory.js';
import { Audit1764200000000 } from './migrations/1764200000000-audit.js';
import { Conversations1764400000000 } from './migrations/1764400000000-conversations.js';
import { RepeatsAndTickets1764410000000 } from './migrations/1764410000000-repeats-and-tickets.js';
import { DirectoryHistory1764600000000 } from './migrations/1764600000000-directory-history.js';
import { DirectoryImports1764610000000 } from './migrations/1764610000000-directory-imports.js';
import { AgentVersions1764700000000 } from './migrations/1764700000000-agent-versions.js';
import { ConversationDesk1764710000000 } from './migrations/1764710000000-conversation-desk.js';
import { UiChats1764820000000 } from './migrations/1764820000000-ui-chats.js';
import { Summaries1764830000000 } from './migrations/1764830000000-summaries.js';
import { ImportFormats1764920000000 } from './migrations/1764920000000-import-formats.js';
import { AuditRights1764930000000 } from './migrations/1764930000000-audit-rights.js';
import { EntryNameIndex1764990000000 } from './migrations/1764990000000-entry-name-index.js';
import { EntryOrders1764940000000 } from './migrations/1764940000000-entry-orders.js';
import { SchemaOverlays1764910000000 } from './migrations/1764910000000-schema-overlays.js';
import { Spending1764800000000 } from './migrations/1764800000000-spending.js';

/** Every migration of a tenant's database, oldest first. */
export const tenantMigrations = [
  AgentsAndChat1764000000000,
  Directory1764000000001,
  Audit1764200000000,
  Conversations1764400000000,
  RepeatsAndTickets1764410000000,
  DirectoryHistory1764600000000,
  DirectoryImports1764610000000,
  AgentVersions1764700000000,
  ConversationDesk1764710000000,
  Spending1764800000000,
  UiChats1764820000000,
  Summaries1764830000000,
  SchemaOverlays1764910000000,
  ImportFormats1764920000000,
  AuditRights1764930000000,
  EntryOrders1764940000000,
  EntryNameIndex1764990000000,
];

/**
 * What a database is told when its account begins to be served from it, after a move to another server: leases are times by the
 * clock of the server, and some of them ran while nobody could renew them. Whoever holds one gets as long as a lease lasts.
 */
export const tenantArrival = `
  UPDATE messages SET lease_expires_at = now() + interval '10 seconds' WHERE status = 'running' AND lease_expires_at IS NOT NULL;
  UPDATE directory_imports SET lease_until = now() + interval '15 seconds' WHERE status IN ('validating', 'applying') AND lease_until IS NOT NULL`;
