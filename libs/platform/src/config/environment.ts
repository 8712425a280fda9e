import { z } from 'zod';

/** The environment is not fit to start with; `message` names every fault, and no value. */
export class InvalidEnvironment extends Error {
  override readonly name = 'InvalidEnvironment';
}

/**
 * Reads the environment once, by a schema of variable names. An empty variable counts as a missing one.
 *
 * @throws InvalidEnvironment that names all faulty variables at once
 */
export function parseEnvironment<Schema extends z.ZodType>(schema: Schema, environment: NodeJS.ProcessEnv): z.infer<Schema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || 'environment'}: ${describe(issue)}`);
  throw new InvalidEnvironment(`The environment is not fit to start with:\n${faults.join('\n')}`);
}

function describe(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' && issue.input === undefined ? 'is missing' : issue.message;
}

/** Values that stand in examples and manifests for a secret still to be set. */
const PLACEHOLDER = /^(change[-_ ]?me|secret|password|placeholder|example|todo|xxx+|<.*>|\$\{.*\})/i;

/** A secret of at least `minimumLength` characters that is not an example's placeholder. */
export function secret(minimumLength: number) {
  return z
    .string()
    .min(minimumLength, `must have at least ${minimumLength} characters`)
    .refine((text) => !PLACEHOLDER.test(text), { error: 'is a placeholder' });
}

/** A whole number with a default, within bounds. */
export function integer(fallback: number, minimum: number, maximum = Number.MAX_SAFE_INTEGER) {
  return z.coerce.number('must be a number').int('must be a whole number').min(minimum).max(maximum).default(fallback);
}
