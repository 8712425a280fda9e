import { z } from 'zod';
import { Id, Slug, Text, Timestamp } from './primitives.js';

/** The wire types of API tokens. */

export const TokenKind = z.enum(['sk', 'pk']);
export type TokenKind = z.infer<typeof TokenKind>;

export const tokenScopes = [
  'chat:write',
  'chat:read',
  'sessions:read',
  'feedback:write',
  'usage:read',
  'directory:read',
  'directory:write',
] as const;
export const TokenScope = z.enum(tokenScopes);
export type TokenScope = z.infer<typeof TokenScope>;

/** An origin as browsers send it (RFC 6454): scheme and host, without a path. */
export const Origin = z.string().max(300).refine(isOrigin, { error: 'must be an origin such as https://example.com' });

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.origin === text;
}

/** An address, or a network in CIDR notation (RFC 4632, RFC 4291). */
export const Network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: 'must be an address or a network such as 203.0.113.0/24',
});

/** What a token may do at most; what is left out is not limited. */
export const TokenLimits = z.strictObject({
  turns_per_minute: z.number().int().min(1).max(1_000_000).optional(),
  concurrent_turns: z.number().int().min(1).max(100_000).optional(),
});
export type TokenLimits = z.infer<typeof TokenLimits>;

/** What a token may spend in each day or month of UTC. */
export const TokenBudget = z.strictObject({
  amount: z.string().regex(/^\d{1,12}(\.\d{1,8})?$/, 'must be a decimal number such as "25.00"'),
  currency: z.literal('USD'),
  period: z.enum(['day', 'month']),
});
export type TokenBudget = z.infer<typeof TokenBudget>;

const TokenFields = {
  name: Text(1, 100),
  agents: z.array(Slug).min(1).max(100).nullable(),
  allowed_origins: z.array(Origin).max(50),
  allowed_ips: z.array(Network).max(50),
  limits: TokenLimits.nullable(),
  budget: TokenBudget.nullable(),
  expires_at: Timestamp.nullable(),
};

const optionalTokenFields = z.strictObject(TokenFields).partial();

export const CreateTokenRequest = optionalTokenFields
  .extend({ name: TokenFields.name, kind: TokenKind, scopes: z.array(TokenScope).min(1).optional() })
  .refine((token) => token.kind !== 'pk' || (token.allowed_origins?.length ?? 0) > 0, {
    path: ['allowed_origins'],
    error: 'a publishable token needs at least one allowed origin',
  });
export type CreateTokenRequest = z.infer<typeof CreateTokenRequest>;

/** What is left out stays. Kind and scopes are a token's nature: another one is another token. */
export const UpdateTokenRequest = optionalTokenFields;
export type UpdateTokenRequest = z.infer<typeof UpdateTokenRequest>;

/** How long the old token stays good beside the new one. */
export const RollTokenRequest = z.strictObject({ grace: z.enum(['0', '15m', '1h', '4h', '12h', '1d', '3d', '7d']) });
export type RollTokenRequest = z.infer<typeof RollTokenRequest>;

export const TokenStatus = z.enum(['active', 'expired', 'revoked']);

export const Token = z.object({
  id: Id,
  ref: z.string(),
  name: z.string(),
  kind: TokenKind,
  scopes: z.array(TokenScope),
  agents: z.array(z.string()).nullable(),
  allowed_origins: z.array(z.string()),
  allowed_ips: z.array(z.string()),
  limits: TokenLimits.nullable(),
  budget: TokenBudget.nullable(),
  expires_at: Timestamp.nullable(),
  /** Whether it is active and ends within two weeks. */
  expires_soon: z.boolean(),
  last_used_at: Timestamp.nullable(),
  created_at: Timestamp,
  status: TokenStatus,
});
export type Token = z.infer<typeof Token>;

/** The answer to creating a token: the only one that holds its secret. */
export const CreatedToken = Token.extend({ token: z.string() });
export type CreatedToken = z.infer<typeof CreatedToken>;
