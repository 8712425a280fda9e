/** The agent `a` has this slug or id. A deleted one is kept as `slug~id`, which nobody but its conversations can name. */
export function agentIs(parameter: string): string {
  return `(a.slug = ${parameter} OR a.id::text = ${parameter} OR starts_with(a.slug, ${parameter} || '~'))`;
}

/** What an agent was called, also when it is deleted. */
export const AGENT_SLUG = `split_part(a.slug, '~', 1)`;

/** The status of the answer `m`; one whose worker is gone has failed, though nobody has noted it yet. */
export const STATUS = `CASE WHEN m.status = 'running' AND m.lease_expires_at < now() THEN 'failed' ELSE m.status END`;
