import { z } from 'zod';

/** The public name of an account or agent: it appears in paths, so it is a DNS label (RFC 1123). */
export const Slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'must be lower-case letters, digits and inner hyphens, at most 63');

export const Id = z.uuid();

/**
 * Text that PostgreSQL can store and every client can read: no NUL, no lone surrogate. Length is counted in Unicode code
 * points, as JSON Schema does.
 */
export function Text(minimum: number, maximum: number) {
  return z
    .string()
    .refine((text) => text.isWellFormed(), { error: 'must not hold a lone surrogate' })
    .refine((text) => !text.includes('\u0000'), { error: 'must not hold a NUL character' })
    .refine((text) => codePointsWithin(text, minimum, maximum), { error: `must have ${minimum} to ${maximum} characters` })
    .meta({ minLength: minimum, maxLength: maximum });
}

function codePointsWithin(text: string, minimum: number, maximum: number): boolean {
  if (text.length < minimum || text.length > 2 * maximum) return false;
  if (text.length <= maximum) return minimum < 2 || [...text].length >= minimum;
  return [...text].length <= maximum;
}

/** RFC 3339 time in UTC. */
export const Timestamp = z.iso.datetime();

/** A point in time as a filter takes it: RFC 3339 with any offset, or a day in UTC, which stands for its first instant. */
export const Instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], { error: 'must be a time such as 2026-01-31T09:00:00Z, or a day' })
  .refine((text) => text >= '1970' && text < '9999', { error: 'must be a year from 1970 to 9998' });

/** Money is a decimal string with its currency; `amount` is null when the cost is not known, which is not the same as 0. */
export const Cost = z.object({
  amount: z.string().nullable(),
  currency: z.string(),
  source: z.enum(['provider', 'estimated', 'unknown', 'none']),
});
export type Cost = z.infer<typeof Cost>;

export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** One page of a list: keyset pagination, newest first. */
export interface Page<Item> {
  data: Item[];
  has_more: boolean;
  next_cursor: string | null;
}

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ data: z.array(item), has_more: z.boolean(), next_cursor: z.string().nullable() });
}

/** A time to wait: `0`, or a number of minutes, hours or days such as `7d`. */
export const Grace = z.string().regex(/^(0|[1-9]\d{0,4}[mhd])$/, 'must be 0 or a number of minutes, hours or days, such as 7d');

const UNIT_SECONDS = { m: 60, h: 3_600, d: 86_400 };
const GRACE_SECONDS_MAX = 90 * UNIT_SECONDS.d;

/** A {@link Grace} in seconds, at most 90 days. */
export function graceSeconds(grace: string): number {
  const unit = grace.at(-1) as keyof typeof UNIT_SECONDS;
  return grace === '0' ? 0 : Math.min(Number(grace.slice(0, -1)) * UNIT_SECONDS[unit], GRACE_SECONDS_MAX);
}
