import { Injectable } from '@nestjs/common';
import { apiTokens, scopesOfKind, tokenStatus, type ApiToken } from '@salient/auth/tokens';
import type { CreatedToken, CreateTokenRequest, Token } from '@salient/contracts/admin';
import { ControlDatabase, InvalidRequest, NotFound, runOnce, writeAuditEvent, type IdempotencyKey, type Outcome } from '@salient/platform';

/** Who does something, for the audit. */
export interface Actor {
  readonly adminId: string;
  readonly requestId: string;
}

const SK_DAYS = 90;
const DAY_MS = 86_400_000;

/** Makes, shows and ends the API tokens of an account; every change is audited in its own transaction. */
@Injectable()
export class TokenAdministration {
  constructor(private readonly control: ControlDatabase) {}

  /** The token's secret is in this answer and in no other, a repeat of the request included. */
  async create(
    tenantId: string,
    request: CreateTokenRequest,
    actor: Actor,
    idempotency: IdempotencyKey | null,
  ): Promise<Outcome<CreatedToken | Token>> {
    refuseForeignScopes(request);
    const expiresAt = expiryOf(request);
    return runOnce<CreatedToken | Token>(
      this.control,
      `admin:${actor.adminId}`,
      idempotency,
      async (sql) => {
        const { name, kind, scopes, agents, allowed_origins: allowedOrigins, limits, budget } = request;
        const { row, token } = await apiTokens.create(sql, {
          tenantId,
          name,
          kind,
          scopes,
          agents,
          allowedOrigins,
          limits,
          budget,
          expiresAt,
          createdBy: actor.adminId,
        });
        await this.audit(sql, 'token.created', row, actor);
        return { ...tokenView(row), token };
      },
      ({ token: _secret, ...body }: Partial<CreatedToken>) => body,
    );
  }

  async page(tenantId: string, limit: number, before: string | null): Promise<ApiToken[]> {
    return apiTokens.page(this.control, tenantId, limit, before);
  }

  /** @throws NotFound */
  async get(tenantId: string, id: string): Promise<Token> {
    const row = UUID.test(id) ? await apiTokens.get(this.control, tenantId, id) : null;
    if (!row) throw new NotFound('There is no such token in this account.');
    return tokenView(row);
  }

  /**
   * Ends a token for good; ending it again changes nothing.
   *
   * @throws NotFound
   */
  async revoke(tenantId: string, id: string, actor: Actor): Promise<void> {
    await this.control.transaction(async (sql) => {
      const row = UUID.test(id) ? await apiTokens.get(sql, tenantId, id) : null;
      if (!row) throw new NotFound('There is no such token in this account.');
      if (await apiTokens.revoke(sql, tenantId, id)) await this.audit(sql, 'token.revoked', row, actor);
    });
  }

  private async audit(
    sql: Parameters<typeof writeAuditEvent>[0],
    action: string,
    { id, tenant_id: tenantId, ref, kind, scopes }: ApiToken,
    actor: Actor,
  ): Promise<void> {
    await writeAuditEvent(sql, {
      tenantId,
      actor: { kind: 'admin', id: actor.adminId },
      action,
      target: { kind: 'api_token', id },
      details: { ref, kind, scopes },
      requestId: actor.requestId,
    });
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A token as admins see it. */
export function tokenView(row: ApiToken): Token {
  return {
    id: row.id,
    ref: row.ref,
    name: row.name,
    kind: row.kind,
    scopes: row.scopes,
    agents: row.agents,
    allowed_origins: row.allowed_origins,
    limits: row.limits,
    budget: row.budget,
    expires_at: row.expires_at?.toISOString() ?? null,
    last_used_at: row.last_used_at?.toISOString() ?? null,
    created_at: row.created_at.toISOString(),
    status: tokenStatus(row),
  };
}

function refuseForeignScopes({ kind, scopes = [] }: CreateTokenRequest): void {
  const foreign = scopes.filter((scope) => !scopesOfKind[kind].includes(scope));
  if (foreign.length === 0) return;
  const detail = `A token of the kind "${kind}" cannot have: ${foreign.join(', ')}.`;
  throw new InvalidRequest(detail, [{ pointer: '/scopes', code: 'scope_not_allowed', detail }]);
}

/** A server token ends after 90 days unless the request says otherwise; null means never. */
function expiryOf({ kind, expires_at: given }: CreateTokenRequest): Date | null {
  if (given === undefined) return kind === 'sk' ? new Date(Date.now() + SK_DAYS * DAY_MS) : null;
  if (given === null) return null;
  const expiresAt = new Date(given);
  if (expiresAt > new Date()) return expiresAt;
  throw new InvalidRequest('expires_at lies in the past.', [
    { pointer: '/expires_at', code: 'in_the_past', detail: 'Give a time to come.' },
  ]);
}
