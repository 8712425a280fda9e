import { Injectable } from '@nestjs/common';
import { ControlDatabase, NotFound, writeAuditEvent } from '@salient/platform';
import { actorOf, type Actor } from '../access/actor.js';
import { sessionOver } from './refresh-tokens.js';

/** Where somebody is signed in. */
export interface SignInSession {
  readonly id: string;
  readonly created_at: Date;
  /** When it was renewed last: while it is in use, at most the life of an access token ago. */
  readonly last_used_at: Date;
  readonly expires_at: Date;
  /** Null for one that was begun before this was kept. */
  readonly address: string | null;
  readonly user_agent: string | null;
}

/** The sessions that somebody has here; signing in with an identity provider makes none. */
@Injectable()
export class SignInSessions {
  constructor(private readonly control: ControlDatabase) {}

  /** Those that live, the newest first, from `before` on. */
  page(userId: string, limit: number, before: string | null): Promise<SignInSession[]> {
    return this.control.query<SignInSession>(PAGE, [userId, limit, before]);
  }

  /** Ends one of somebody's own, its access tokens included; one that has ended stays so. @throws NotFound */
  async end(userId: string, sessionId: string, actor: Actor): Promise<void> {
    if (!UUID.test(sessionId)) throw new NotFound();
    await this.control.transaction(async (sql) => {
      const tokens = await sql.query<{ lived: boolean }>(END, [sessionId, userId]);
      if (tokens.length === 0) throw new NotFound();
      if (!tokens.some(({ lived }) => lived)) return;
      const target = { kind: 'admin_user', id: userId };
      await writeAuditEvent(sql, {
        tenantId: null,
        action: 'admin.session_ended',
        target,
        details: { session: sessionId },
        ...actorOf(actor),
      });
    });
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The token of a family that is to be used next is the one that has not been. */
const PAGE = `
  SELECT token.family_id AS id, token.begun_at AS created_at, token.created_at AS last_used_at, token.expires_at, token.address, token.user_agent
  FROM refresh_tokens token JOIN admin_users person ON person.id = token.user_id AND person.session_epoch = token.session_epoch
  WHERE token.user_id = $1 AND token.used_at IS NULL AND token.revoked_at IS NULL AND token.expires_at > now()
    AND NOT ${sessionOver('token.family_id')} AND ($3::uuid IS NULL OR token.family_id < $3::uuid)
  ORDER BY token.family_id DESC LIMIT $2`;

const END = `
  WITH family AS (SELECT id, revoked_at FROM refresh_tokens WHERE family_id = $1 AND user_id = $2 FOR UPDATE),
  ended AS (UPDATE refresh_tokens SET revoked_at = now() WHERE id IN (SELECT id FROM family WHERE revoked_at IS NULL))
  SELECT revoked_at IS NULL AS lived FROM family`;
