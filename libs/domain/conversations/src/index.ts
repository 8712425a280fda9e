export { ConversationDesk } from './conversation-desk.js';
export { ConversationNotFound, EntryNotFound, ListNotFound, QuestionNotFound } from './conversation.errors.js';
export type { ConversationRow, MessageRow } from './conversation.rows.js';
export { UnansweredBoard, type ResolutionRow, type UnansweredRow } from './unanswered-board.js';
export { UsageLedger, type UsageFilter, type UsageLine, type UsageSums } from './usage-ledger.js';
