import { z } from 'zod';
import { Id, Slug, Text, Timestamp } from './primitives.js';

/** An agent's wire types in admin-api: what is published, its draft, its versions. */

/** Tools that a model may be offered. */
export const AgentTool = z.enum(['list_directories', 'search_directory']);

export const AgentLimits = z.strictObject({
  turns_per_minute: z.number().int().min(1).max(1_000_000).optional(),
  concurrent_turns: z.number().int().min(1).max(100_000).optional(),
  /** Entries that one search may bring to the model. */
  tool_results_max: z.number().int().min(1).max(20).optional(),
  /** Tokens of earlier exchanges that a prompt may hold. */
  history_tokens_max: z.number().int().min(0).max(1_000_000).optional(),
});

const Model = Text(1, 200);

export const AgentBudget = z.strictObject({
  amount: z.string().regex(/^\d{1,12}(\.\d{1,8})?$/, 'must be a decimal number such as "25.00"'),
  currency: z.literal('USD'),
  period: z.enum(['day', 'month']),
  /** Answers when most of the budget is gone. */
  cheaper_model: Model.optional(),
  /** Whether the directories alone answer once it is spent, in place of the closed message. */
  directory_only: z.boolean().optional(),
});

/** What makes an agent what it is: the part that has versions. */
export const AgentContent = z.strictObject({
  name: Text(1, 200),
  description: Text(0, 2_000),
  greeting: Text(0, 2_000),
  suggestions: z.array(Text(1, 200)).max(12),
  theme: z.record(Text(1, 64), Text(0, 200)).refine((theme) => Object.keys(theme).length <= 50, { error: 'must have at most 50 keys' }),
  system_prompt: Text(0, 50_000),
  model: Model.nullable(),
  /** Models to try in turn when the first one does not answer. */
  fallbacks: z.array(Model).max(5),
  lists: z.array(Slug).max(100).nullable(),
  tools: z.array(AgentTool).refine((tools) => new Set(tools).size === tools.length, { error: 'must name each tool once' }),
  limits: AgentLimits,
  budget: AgentBudget.nullable(),
  /** What visitors are told when the budget is spent. */
  closed_message: Text(1, 2_000),
  /** Whether anyone may chat with it on the hosted page, without a token. */
  hosted_page: z.boolean(),
  max_output_tokens: z.number().int().min(1).max(1_000_000).nullable(),
  temperature: z.number().min(0).max(2).multipleOf(0.01).nullable(),
  disconnect_policy: z.enum(['continue', 'abort']),
});
export type AgentContent = z.infer<typeof AgentContent>;

/** An agent as its admins see it: what visitors meet, or would, were it published. */
export const AdminAgent = AgentContent.extend({
  id: Id,
  slug: Slug,
  status: z.enum(['published', 'draft']),
  /** The number of the version that was published last; 0 before the first. */
  version: z.number().int(),
  /** Whether changes wait to be published. */
  has_draft: z.boolean(),
  created_at: Timestamp,
  updated_at: Timestamp,
}).strip();
export type AdminAgent = z.infer<typeof AdminAgent>;

/** One agent with the changes that wait to be published; null when there are none. */
export const AdminAgentDetail = AdminAgent.extend({ draft: AgentContent.nullable() });
export type AdminAgentDetail = z.infer<typeof AdminAgentDetail>;

const change = AgentContent.partial().extend({
  /** Keep the change for later instead of publishing it. */
  draft: z.boolean().optional(),
});

export const CreateAgentRequest = change.extend({
  slug: Slug,
  name: AgentContent.shape.name,
  system_prompt: AgentContent.shape.system_prompt,
});
export type CreateAgentRequest = z.infer<typeof CreateAgentRequest>;

export const UpdateAgentRequest = change;
export type UpdateAgentRequest = z.infer<typeof UpdateAgentRequest>;

export const AgentVersion = z.object({
  version: z.number().int(),
  published_at: Timestamp,
  /** Who published it, such as `admin:{id}`. */
  published_by: z.string(),
  /** The version whose content it brought back; null for a new one. */
  restores: z.number().int().nullable(),
});
export type AgentVersion = z.infer<typeof AgentVersion>;

export const AgentVersionDetail = AgentVersion.extend({ content: AgentContent.partial().loose() });
export type AgentVersionDetail = z.infer<typeof AgentVersionDetail>;

const VersionNumber = z.number().int().min(1).max(1_000_000_000);

export const RollBackRequest = z.strictObject({ version: VersionNumber });
export type RollBackRequest = z.infer<typeof RollBackRequest>;

const VersionOrDraft = z.string().regex(/^([1-9]\d{0,8}|draft)$/, 'must be the number of a version, or draft');

/** Both default to the newest step: from what is published to the draft. */
export const AgentDiffQuery = z.strictObject({ from: VersionOrDraft.optional(), to: VersionOrDraft.optional() });
export type AgentDiffQuery = z.infer<typeof AgentDiffQuery>;

export const AgentDiff = z.object({
  from: z.string(),
  to: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
});
export type AgentDiff = z.infer<typeof AgentDiff>;

/** What to try; the draft when no version is named. */
export const TryAgentRequest = z.strictObject({ version: VersionNumber.optional() });
export type TryAgentRequest = z.infer<typeof TryAgentRequest>;

/** Leave to chat with an unpublished agent: send both to chat-api's `POST …/chat`. */
export const AgentPreview = z.object({
  agent: z.string(),
  /** The version that answers; null for the draft as it was when this was given. */
  version: z.number().int().nullable(),
  /** For the header `X-Salient-Preview`. */
  preview: z.string(),
  /** For `Authorization: Bearer`: reaches this agent alone, and ends with the preview. */
  token: z.string(),
  expires_at: Timestamp,
});
export type AgentPreview = z.infer<typeof AgentPreview>;
