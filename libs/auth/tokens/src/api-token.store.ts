import { tokenScopes, type TokenBudget, type TokenLimits, type TokenScope } from '@salient/contracts/admin';
import type { Sql } from '@salient/platform';
import { v7 as uuidv7 } from 'uuid';
import { hashToken, mintToken, type TokenKind } from './token-format.js';

/** A row of `api_tokens`. */
export interface ApiToken {
  readonly id: string;
  readonly tenant_id: string;
  readonly ref: string;
  readonly name: string;
  readonly kind: TokenKind;
  readonly token_hash: Buffer;
  readonly scopes: TokenScope[];
  readonly agents: string[] | null;
  readonly allowed_origins: string[];
  /** Addresses and networks that it may be used from; empty for all. */
  readonly allowed_ips: string[];
  readonly limits: TokenLimits | null;
  readonly budget: TokenBudget | null;
  readonly expires_at: Date | null;
  readonly last_used_at: Date | null;
  readonly created_at: Date;
  readonly revoked_at: Date | null;
  readonly version: number;
  /** The first token of the line that rolls made; null when it is the first itself. */
  readonly lineage_id: string | null;
}

/** What of a token can be changed. */
export type ApiTokenChange = Partial<
  Pick<ApiToken, 'name' | 'agents' | 'allowed_origins' | 'allowed_ips' | 'limits' | 'budget' | 'expires_at'>
>;

export interface NewApiToken {
  readonly tenantId: string;
  readonly name: string;
  readonly kind: TokenKind;
  /** All scopes that the kind may have, when left out. */
  readonly scopes?: readonly TokenScope[];
  readonly agents?: readonly string[] | null;
  readonly allowedOrigins?: readonly string[];
  readonly allowedIps?: readonly string[];
  readonly limits?: TokenLimits | null;
  readonly budget?: TokenBudget | null;
  readonly expiresAt?: Date | null;
  readonly createdBy?: string | null;
  /** For a token that takes another one's place: the first of their line. */
  readonly lineageId?: string | null;
}

/** The scopes that a kind of token may have: a publishable one is in every page's source. */
export const scopesOfKind: Readonly<Record<TokenKind, readonly TokenScope[]>> = {
  sk: tokenScopes,
  pk: ['chat:write', 'chat:read', 'feedback:write'],
};

const LAST_USED_MINUTES = 5;

/** API tokens in the control database. Takes any `Sql`, so that a change and its audit event share a transaction. */
export const apiTokens = {
  /** Makes a token; its text is in the answer and nowhere else afterwards. */
  async create(sql: Sql, token: NewApiToken): Promise<{ readonly row: ApiToken; readonly token: string }> {
    const minted = mintToken(token.kind);
    const [row] = await sql.query<ApiToken>(
      `INSERT INTO api_tokens (id, tenant_id, ref, name, kind, token_hash, scopes, agents, allowed_origins, allowed_ips, limits, budget, expires_at, created_by, lineage_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) RETURNING *`,
      [
        uuidv7(),
        token.tenantId,
        minted.ref,
        token.name,
        token.kind,
        hashToken(minted.token),
        token.scopes ?? scopesOfKind[token.kind],
        token.agents ?? null,
        token.allowedOrigins ?? [],
        token.allowedIps ?? [],
        token.limits ?? null,
        token.budget ?? null,
        token.expiresAt ?? null,
        token.createdBy ?? null,
        token.lineageId ?? null,
      ],
    );
    if (!row) throw new Error('The token was not written.');
    return { row, token: minted.token };
  },

  async findByRef(sql: Sql, ref: string): Promise<ApiToken | null> {
    const [row] = await sql.query<ApiToken>('SELECT * FROM api_tokens WHERE ref = $1', [ref]);
    return row ?? null;
  },

  async get(sql: Sql, tenantId: string, id: string): Promise<ApiToken | null> {
    const [row] = await sql.query<ApiToken>('SELECT * FROM api_tokens WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
    return row ?? null;
  },

  /** The names of tokens of an account, those that have ended included, by id. */
  async namesOf(sql: Sql, tenantId: string, ids: readonly string[]): Promise<Map<string | null, string>> {
    const rows = await sql.query<{ id: string; name: string }>(
      'SELECT id, name FROM api_tokens WHERE tenant_id = $1 AND id::text = ANY ($2)',
      [tenantId, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  },

  /** As {@link get}, and nobody else changes it before the transaction ends. */
  async lock(sql: Sql, tenantId: string, id: string): Promise<ApiToken | null> {
    const [row] = await sql.query<ApiToken>('SELECT * FROM api_tokens WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tenantId, id]);
    return row ?? null;
  },

  /** Writes a changed token as its next version. A new end is to be warned of anew. */
  async update(sql: Sql, { id, ...before }: ApiToken, change: ApiTokenChange): Promise<ApiToken> {
    const after = { ...before, ...change };
    const [row] = await sql.query<ApiToken>(
      `UPDATE api_tokens SET name = $2, agents = $3, allowed_origins = $4, allowed_ips = $5, limits = $6, budget = $7, expires_at = $8,
         expiry_warned_at = CASE WHEN expires_at IS NOT DISTINCT FROM $8 THEN expiry_warned_at END, version = version + 1
       WHERE id = $1 RETURNING *`,
      [id, after.name, after.agents, after.allowed_origins, after.allowed_ips, after.limits, after.budget, after.expires_at],
    );
    if (!row) throw new Error('The token was not written.');
    return row;
  },

  /** The newest first, older than the token with the id `before`. */
  page(sql: Sql, tenantId: string, limit: number, before: string | null): Promise<ApiToken[]> {
    return sql.query<ApiToken>(
      'SELECT * FROM api_tokens WHERE tenant_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3',
      [tenantId, before, limit],
    );
  },

  /** Ends a token for good. False when it had ended before. */
  async revoke(sql: Sql, tenantId: string, id: string): Promise<boolean> {
    const rows = await sql.query(
      'UPDATE api_tokens SET revoked_at = now() WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING id',
      [tenantId, id],
    );
    return rows.length > 0;
  },

  /** Where the account's publishable tokens may be used now. */
  async origins(sql: Sql, tenantId: string): Promise<string[]> {
    const rows = await sql.query<{ origin: string }>(
      `SELECT DISTINCT unnest(allowed_origins) AS origin FROM api_tokens
       WHERE tenant_id = $1 AND kind = 'pk' AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
      [tenantId],
    );
    return rows.map(({ origin }) => origin);
  },

  /** Notes that a token was used, at most every five minutes however many processes see it. */
  async touch(sql: Sql, id: string): Promise<void> {
    await sql.query(
      `UPDATE api_tokens SET last_used_at = now()
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < now() - make_interval(mins => $2))`,
      [id, LAST_USED_MINUTES],
    );
  },
};

export function tokenStatus(token: ApiToken): 'active' | 'expired' | 'revoked' {
  if (token.revoked_at) return 'revoked';
  return token.expires_at && token.expires_at <= new Date() ? 'expired' : 'active';
}
