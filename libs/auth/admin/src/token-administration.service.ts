import { Injectable } from '@nestjs/common';
import { apiTokens, type ApiToken, type ApiTokenChange } from '@salient/auth/tokens';
import type { CreatedToken, CreateTokenRequest, RollTokenRequest, Token, UpdateTokenRequest } from '@salient/contracts/admin';
import { ControlDatabase, requireMatch, runOnce, writeAuditEvent, type IdempotencyKey, type Outcome, type Sql } from '@salient/platform';
import { actorOf, principalOf, type Actor } from './actor.js';
import { TokenNotActive, TokenNotFound } from './token.errors.js';
import { expiryOfNew, expiryOfRolled, futureOf, graceMsOf, refuseForeignScopes, refuseNoOrigin } from './token-rules.js';
import { tokenDifference, tokenTag, tokenView } from './token.view.js';

/** The answer to a creating request: with the token's text the first time, without it when it is repeated. */
export type MadeToken = Outcome<CreatedToken | Token>;

/** Makes, shows, changes and ends the API tokens of an account; every change is audited in its own transaction. */
@Injectable()
export class TokenAdministration {
  constructor(private readonly control: ControlDatabase) {}

  /** The token's secret is in this answer and in no other, a repeat of the request included. */
  async create(tenantId: string, request: CreateTokenRequest, actor: Actor, idempotency: IdempotencyKey | null): Promise<MadeToken> {
    refuseForeignScopes(request);
    const expiresAt = expiryOfNew(request);
    return this.makeOnce(actor, idempotency, async (sql) => {
      const { name, kind, scopes, agents, allowed_origins: allowedOrigins, allowed_ips: allowedIps, limits, budget } = request;
      const fields = { name, kind, scopes, agents, allowedOrigins, allowedIps, limits, budget, expiresAt };
      const made = await apiTokens.create(sql, { ...fields, tenantId, createdBy: actor.adminId });
      await this.audit(sql, 'token.created', made.row, actor);
      return made;
    });
  }

  /**
   * Makes a token like this one, which stays good until the grace ends.
   *
   * @throws TokenNotFound, TokenNotActive
   */
  async roll(
    tenantId: string,
    id: string,
    request: RollTokenRequest,
    actor: Actor,
    idempotency: IdempotencyKey | null,
  ): Promise<MadeToken> {
    return this.makeOnce(actor, idempotency, async (sql) => {
      const old = await lockActive(sql, tenantId, id);
      const made = await apiTokens.create(sql, {
        ...old,
        tenantId,
        allowedOrigins: old.allowed_origins,
        allowedIps: old.allowed_ips,
        expiresAt: expiryOfRolled(old),
        createdBy: actor.adminId,
        lineageId: old.lineage_id ?? old.id,
      });
      await this.endOld(sql, old, graceMsOf(request));
      await this.audit(sql, 'token.rolled', old, actor, { grace: request.grace, successor: made.row.id, successor_ref: made.row.ref });
      return made;
    });
  }

  async page(tenantId: string, limit: number, before: string | null): Promise<ApiToken[]> {
    return apiTokens.page(this.control, tenantId, limit, before);
  }

  /** @throws TokenNotFound */
  async get(tenantId: string, id: string): Promise<ApiToken> {
    return known(isUuid(id) ? await apiTokens.get(this.control, tenantId, id) : null);
  }

  /**
   * @param ifMatch the tag of the version that the caller has seen, if he says
   * @throws TokenNotFound, TokenNotActive, PreconditionFailed
   */
  async update(tenantId: string, id: string, request: UpdateTokenRequest, ifMatch: string | undefined, actor: Actor): Promise<ApiToken> {
    return this.control.transaction(async (sql) => {
      const before = await lockActive(sql, tenantId, id);
      requireMatch(ifMatch, tokenTag(before));
      refuseNoOrigin(before.kind, request);
      const after = await apiTokens.update(sql, before, changeOf(request));
      await this.audit(sql, 'token.updated', after, actor, tokenDifference(before, after));
      return after;
    });
  }

  /**
   * Ends a token for good; ending it again changes nothing.
   *
   * @throws TokenNotFound
   */
  async revoke(tenantId: string, id: string, actor: Actor): Promise<void> {
    await this.control.transaction(async (sql) => {
      const row = known(isUuid(id) ? await apiTokens.get(sql, tenantId, id) : null);
      if (await apiTokens.revoke(sql, tenantId, id)) await this.audit(sql, 'token.revoked', row, actor);
    });
  }

  private makeOnce(
    actor: Actor,
    idempotency: IdempotencyKey | null,
    make: (sql: Sql) => Promise<{ readonly row: ApiToken; readonly token: string }>,
  ): Promise<MadeToken> {
    return runOnce<CreatedToken | Token>(
      this.control,
      principalOf(actor),
      idempotency,
      async (sql) => {
        const { row, token } = await make(sql);
        return { ...tokenView(row), token };
      },
      ({ token: _secret, ...body }: Partial<CreatedToken>) => body,
    );
  }

  private async endOld(sql: Sql, old: ApiToken, graceMs: number): Promise<void> {
    if (graceMs === 0) return void (await apiTokens.revoke(sql, old.tenant_id, old.id));
    const end = new Date(Date.now() + graceMs);
    if (!old.expires_at || end < old.expires_at) await apiTokens.update(sql, old, { expires_at: end });
  }

  private async audit(sql: Sql, action: string, row: ApiToken, actor: Actor, more: object = {}): Promise<void> {
    const { id, tenant_id: tenantId, ref, kind, scopes } = row;
    const target = { kind: 'api_token', id };
    await writeAuditEvent(sql, { tenantId, action, target, details: { ref, kind, scopes, ...more }, ...actorOf(actor) });
  }
}

async function lockActive(sql: Sql, tenantId: string, id: string): Promise<ApiToken> {
  const row = known(isUuid(id) ? await apiTokens.lock(sql, tenantId, id) : null);
  if (row.revoked_at) throw new TokenNotActive();
  return row;
}

function known(row: ApiToken | null): ApiToken {
  if (!row) throw new TokenNotFound();
  return row;
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

/** Only what the request names. */
function changeOf({ expires_at: end, ...change }: UpdateTokenRequest): ApiTokenChange {
  return end === undefined ? change : { ...change, expires_at: futureOf(end) };
}
