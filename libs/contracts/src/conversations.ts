import { z } from 'zod';
import { Citation, ToolActivity, TurnStatus, TurnTimings, Usage } from './chat.js';
import { Cost, Id, Instant, PageQuery, Slug, Text, Timestamp } from './primitives.js';

/** Conversations as admins read them. */

const AgentOfConversation = z.object({ id: Id, slug: z.string(), name: z.string(), deleted: z.boolean() });

export const Conversation = z.object({
  id: Id,
  agent: AgentOfConversation,
  /** How it began: the first 200 characters of the first message. */
  opening: z.string(),
  turns: z.number().int(),
  /** Status of the newest turn; null before the first. */
  status: TurnStatus.nullable(),
  failed_turns: z.number().int(),
  feedback: z.object({ up: z.number().int(), down: z.number().int() }),
  /** What its turns cost, as far as that is known; null when it is of none. */
  cost: z.object({ amount: z.string().nullable(), currency: z.string(), unknown_turns: z.number().int() }),
  /** Began with a preview of an agent. */
  preview: z.boolean(),
  created_at: Timestamp,
  last_active_at: Timestamp,
});
export type Conversation = z.infer<typeof Conversation>;

const filters = {
  /** Slug or id. */
  agent: z.union([Slug, Id]).optional(),
  /** Conversations that began at or after this. */
  start: Instant.optional(),
  /** Conversations that began before this. */
  end: Instant.optional(),
  /** Some turn has this status. */
  status: TurnStatus.optional(),
  /** Some answer was rated so; `none`: no answer was rated. */
  feedback: z.enum(['up', 'down', 'any', 'none']).optional(),
  /** Words of some message; quotes keep words together, a minus leaves out. */
  q: Text(1, 200).optional(),
};

export const ConversationsQuery = PageQuery.extend(filters);
export type ConversationsQuery = z.infer<typeof ConversationsQuery>;

export const ConversationsExportQuery = z.strictObject(filters);
export type ConversationsExportQuery = z.infer<typeof ConversationsExportQuery>;

export const ConversationMessage = z.object({
  id: Id,
  seq: z.number().int(),
  /** Of an answer: the message that it answers. */
  parent_id: Id.nullable(),
  role: z.enum(['user', 'assistant']),
  content: z.string(),
  status: TurnStatus,
  finish_reason: z.string().nullable(),
  failure_code: z.string().nullable(),
  /** Another answer took its place. */
  superseded: z.boolean(),
  model: z.string().nullable(),
  usage: Usage.nullable(),
  cost: Cost.nullable(),
  tools: z.array(ToolActivity),
  citations: z.array(Citation),
  timings_ms: TurnTimings.nullable(),
  feedback: z.object({ rating: z.enum(['up', 'down']), comment: z.string().nullable(), at: Timestamp.nullable() }).nullable(),
  metadata: z.record(z.string(), z.string()),
  created_at: Timestamp,
  completed_at: Timestamp.nullable(),
});
export type ConversationMessage = z.infer<typeof ConversationMessage>;

/** One line of the export. */
export const ExportedConversation = Conversation.extend({ messages: z.array(ConversationMessage) });
export type ExportedConversation = z.infer<typeof ExportedConversation>;

/** Asked in the last 30 days unless `start` says otherwise. */
export const UnansweredQuery = PageQuery.extend({
  agent: z.union([Slug, Id]).optional(),
  start: Instant.optional(),
  end: Instant.optional(),
});
export type UnansweredQuery = z.infer<typeof UnansweredQuery>;

/** Questions that come to the same but for case and punctuation, and found no answer. */
export const UnansweredQuestion = z.object({
  key: z.string(),
  question: z.string(),
  /** How often it was asked in vain since it was resolved last. */
  turns: z.number().int(),
  /** Of these, how often a search found nothing; the others' answers say so themselves. */
  without_result: z.number().int(),
  agents: z.array(z.string()),
  last_asked_at: Timestamp,
  examples: z.array(z.object({ session_id: Id, message_id: Id, question: z.string(), answer: z.string(), asked_at: Timestamp })),
  /** When somebody had taken care of it, before it was asked again. */
  resolved_at: Timestamp.nullable(),
});
export type UnansweredQuestion = z.infer<typeof UnansweredQuestion>;

/** Words of one list that mean the same to a search from now on. */
const Synonym = z.strictObject({ list: Slug, words: z.array(Text(1, 100)).min(2).max(20) });

export const ResolveQuestionRequest = z
  .strictObject({
    /** The entry that answers it from now on. */
    entry_id: Id.optional(),
    synonym: Synonym.optional(),
    /** It needs no answer. */
    dismiss: z.literal(true).optional(),
  })
  .refine(({ entry_id, synonym, dismiss }) => [entry_id, synonym, dismiss].filter((one) => one !== undefined).length === 1, {
    error: 'needs exactly one of entry_id, synonym and dismiss',
  });
export type ResolveQuestionRequest = z.infer<typeof ResolveQuestionRequest>;

export const ResolvedQuestion = z.object({
  key: z.string(),
  question: z.string(),
  entry_id: Id.nullable(),
  synonym: Synonym.nullable(),
  resolved_at: Timestamp,
});
export type ResolvedQuestion = z.infer<typeof ResolvedQuestion>;
