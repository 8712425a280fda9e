import { z } from 'zod';
import { Id, Instant, Slug, Timestamp } from './primitives.js';

/** What an account's turns used and cost. */

const queryFields = {
  /** Turns at or after this; 30 days before `end` when left out. */
  start: Instant.optional(),
  /** Turns before this; now when left out. */
  end: Instant.optional(),
  bucket: z.enum(['hour', 'day']).default('day'),
  group_by: z.enum(['agent', 'token', 'model']).optional(),
  /** Slug or id. */
  agent: z.union([Slug, Id]).optional(),
  /** Count the turns of previews too. */
  previews: z.enum(['true', 'false']).default('false'),
};

export const UsageQuery = z.strictObject(queryFields);
export type UsageQuery = z.infer<typeof UsageQuery>;

const Percentiles = z.object({ p50: z.number().int(), p95: z.number().int() }).nullable();

const numbers = {
  turns: z.number().int(),
  failed: z.number().int(),
  input_tokens: z.number().int(),
  output_tokens: z.number().int(),
  total_tokens: z.number().int(),
  /** Decimal strings. `unknown_turns` called a model at a price that nobody told: the sum lacks them. */
  cost: z.object({
    amount: z.string(),
    provider: z.string(),
    estimated: z.string(),
    unknown_turns: z.number().int(),
    currency: z.string(),
  }),
  latency_ms: Percentiles,
  first_token_ms: Percentiles,
};

export const UsageNumbers = z.object(numbers);
export type UsageNumbers = z.infer<typeof UsageNumbers>;

export const UsageRow = z.object({
  /** When the hour or day begins, in UTC. */
  start: Timestamp,
  /** Whose numbers these are; null when they are not grouped. `id` is null for what belongs to no token, or to no model. */
  group: z.object({ id: z.string().nullable(), label: z.string().nullable() }).nullable(),
  ...numbers,
});
export type UsageRow = z.infer<typeof UsageRow>;

export const UsageReport = z.object({
  start: Timestamp,
  end: Timestamp,
  bucket: z.enum(['hour', 'day']),
  group_by: z.enum(['agent', 'token', 'model']).nullable(),
  total: UsageNumbers,
  /** Hours or days with turns, the oldest first. */
  data: z.array(UsageRow),
});
export type UsageReport = z.infer<typeof UsageReport>;
