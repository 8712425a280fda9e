import { z } from 'zod';
import { Cost, Id, Text, Timestamp } from './primitives.js';

/** The wire types of chat-api. */

export const TurnStatus = z.enum(['running', 'completed', 'stopped', 'failed', 'incomplete']);
export type TurnStatus = z.infer<typeof TurnStatus>;

const Metadata = z
  .record(Text(1, 64), Text(0, 512))
  .refine((metadata) => Object.keys(metadata).length <= 16, { error: 'must have at most 16 keys' })
  .refine((metadata) => !Object.keys(metadata).some((key) => key.startsWith('salient.')), {
    error: 'must have no key that begins with salient.',
  });

export const ChatRequest = z.strictObject({
  message: Text(1, 16_000),
  session_id: Id.nullish(),
  client_message_id: Text(1, 255).optional(),
  stream: z.boolean().default(false),
  metadata: Metadata.optional(),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

/** Query of `GET …/stream`: `message` begins a turn, `turn_id` reads one. */
export const StreamQuery = z.strictObject({
  message: Text(1, 16_000).optional(),
  session_id: Id.optional(),
  client_message_id: Text(1, 255).optional(),
  turn_id: Id.optional(),
  /** In place of the `Authorization` header, which an EventSource cannot send. */
  ticket: Text(1, 200).optional(),
});
export type StreamQuery = z.infer<typeof StreamQuery>;

export const Usage = z.object({ input_tokens: z.number().int(), output_tokens: z.number().int(), total_tokens: z.number().int() });
export type Usage = z.infer<typeof Usage>;

/** A directory entry that the answer rests on. `index` is the number in the text's `[n]`. */
export const Citation = z.object({
  index: z.number().int(),
  list: z.string(),
  entry_id: Id,
  entry_version: z.number().int(),
  title: z.string(),
});
export type Citation = z.infer<typeof Citation>;

/** What a visitor may know of a tool call: never its arguments. */
export const ToolActivity = z.object({
  tool_call_id: z.string(),
  name: z.string(),
  label: z.string(),
  state: z.enum(['started', 'completed', 'failed']),
  result_count: z.number().int().nullable(),
  duration_ms: z.number().int().nullable(),
});
export type ToolActivity = z.infer<typeof ToolActivity>;

export const TurnTimings = z.object({ total: z.number().int(), first_token: z.number().int().nullable(), tools: z.number().int() });
export type TurnTimings = z.infer<typeof TurnTimings>;

export const ChatResponse = z.object({
  id: Id,
  account: z.string(),
  agent: z.string(),
  session_id: Id,
  user_message_id: Id,
  message_id: Id,
  response: z.string(),
  status: TurnStatus,
  finish_reason: z.string().nullable(),
  model: z.string().nullable().optional(),
  usage: Usage.nullable(),
  cost: Cost.optional(),
  citations: z.array(Citation),
  llm_request_id: Id.nullable(),
  created_at: Timestamp,
  completed_at: Timestamp.nullable(),
  timings_ms: TurnTimings.nullable(),
  session_token: z.string().optional(),
});
export type ChatResponse = z.infer<typeof ChatResponse>;

/** A turn that has begun and is not waited for. */
export const TurnAccepted = ChatResponse.pick({
  id: true,
  account: true,
  agent: true,
  session_id: true,
  user_message_id: true,
  message_id: true,
  status: true,
  created_at: true,
  session_token: true,
});
export type TurnAccepted = z.infer<typeof TurnAccepted>;

export const AgentTheme = z.record(z.string(), z.string());

/** What anyone who may chat with an agent may know of it. */
export const PublicAgent = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  greeting: z.string(),
  suggestions: z.array(z.string()),
  theme: AgentTheme,
  limits: z.object({ message_characters_max: z.number().int() }),
});
export type PublicAgent = z.infer<typeof PublicAgent>;

/** A turn as far as it has come; `failure_code` says why it failed. */
export const TurnState = ChatResponse.extend({ failure_code: z.string().nullable() });
export type TurnState = z.infer<typeof TurnState>;

/** A visitor's conversation; `session_token` is left out when the answer is a repeat. */
export const OpenedSession = z.object({ session_id: Id, session_token: z.string().optional(), expires_at: Timestamp });
export type OpenedSession = z.infer<typeof OpenedSession>;

export const HistoryMessage = z.object({
  id: Id,
  role: z.enum(['user', 'assistant']),
  content: z.string(),
  status: TurnStatus,
  finish_reason: z.string().nullable(),
  failure_code: z.string().nullable(),
  parent_id: Id.nullable(),
  tools: z.array(ToolActivity),
  citations: z.array(Citation),
  feedback: z.object({ rating: z.enum(['up', 'down']), comment: z.string().nullable() }).nullable(),
  created_at: Timestamp,
  completed_at: Timestamp.nullable(),
});
export type HistoryMessage = z.infer<typeof HistoryMessage>;

export const FeedbackRequest = z.strictObject({
  rating: z.enum(['up', 'down']).nullable(),
  comment: Text(0, 2_000).nullish(),
});
export type FeedbackRequest = z.infer<typeof FeedbackRequest>;

/** What was stored of a visitor's opinion. */
export const FeedbackState = z.object({ message_id: Id, rating: z.enum(['up', 'down']).nullable(), comment: z.string().nullable() });
export type FeedbackState = z.infer<typeof FeedbackState>;

export const RegenerateRequest = z.strictObject({ stream: z.boolean().default(false) });
export type RegenerateRequest = z.infer<typeof RegenerateRequest>;

export const StreamTicketRequest = z
  .strictObject({ message: Text(1, 16_000).optional(), session_id: Id.nullish(), turn_id: Id.optional() })
  .refine((ticket) => ticket.turn_id === undefined || (ticket.message === undefined && !ticket.session_id), {
    path: ['turn_id'],
    error: 'is for reading a turn: leave message and session_id out',
  });
export type StreamTicketRequest = z.infer<typeof StreamTicketRequest>;

/** `ticket` is left out when the answer is a repeat. */
export const IssuedTicket = z.object({ ticket: z.string().optional(), expires_at: Timestamp });
export type IssuedTicket = z.infer<typeof IssuedTicket>;
