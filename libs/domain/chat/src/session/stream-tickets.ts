import { Injectable } from '@nestjs/common';
import type { Sql } from '@salient/platform';
import { TenantDb } from '@salient/tenancy';
import { createHash, randomBytes } from 'node:crypto';
import { TicketExpired, TicketInvalid } from '../chat.errors.js';

const FIRST_USE_SECONDS = 30;
/** For how long after its end a ticket's turn can still be read with it. */
const READABLE_MINUTES = 10;
const SECRET_BYTES = 32;

export interface NewTicket {
  readonly agentSlug: string;
  /** Who asks, for telling repeats apart: opaque. */
  readonly principal: string;
  /** What the ticket's holder may do, kept for the app that asks back: opaque. */
  readonly caller: object;
  readonly message: string | null;
  readonly sessionId: string | null;
  readonly turnId: string | null;
}

export interface StreamTicket extends NewTicket {
  /** Names the ticket without giving it away. */
  readonly digest: string;
}

/**
 * Tickets for readers that can send no header, such as a browser's EventSource. A ticket begins or joins one turn and then
 * only reads that one. Its secret is stored as a hash.
 */
@Injectable()
export class StreamTickets {
  constructor(private readonly db: TenantDb) {}

  async issue(
    { agentSlug, principal, caller, message, sessionId, turnId }: NewTicket,
    sql: Sql = this.db,
  ): Promise<{ ticket: string; expiresAt: Date }> {
    const ticket = `sal_st_${randomBytes(SECRET_BYTES).toString('base64url')}`;
    const [row] = await sql.query<{ expires_at: Date }>(
      `WITH swept AS (DELETE FROM stream_tickets WHERE expires_at < now() - interval '1 day')
       INSERT INTO stream_tickets (ticket_hash, agent_slug, principal, caller, message, session_id, turn_id, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + interval '${FIRST_USE_SECONDS} seconds') RETURNING expires_at`,
      [hashOf(ticket), agentSlug, principal, JSON.stringify(caller), message, sessionId, turnId],
    );
    if (!row) throw new Error('The ticket was not written.');
    return { ticket, expiresAt: row.expires_at };
  }

  /** @throws TicketInvalid, or TicketExpired when it was not used in time or its turn ended long ago */
  async open(ticket: string, agentSlug: string): Promise<StreamTicket> {
    const [row] = await this.db.query<Omit<StreamTicket, 'digest'> & { usable: boolean }>(
      `UPDATE stream_tickets SET used_at = coalesce(used_at, now()) WHERE ticket_hash = $1 AND agent_slug = $2
       RETURNING agent_slug AS "agentSlug", principal, caller, message, session_id AS "sessionId", turn_id AS "turnId",
         CASE WHEN expires_at > now() THEN true ELSE used_at < expires_at AND EXISTS (
           SELECT 1 FROM messages m WHERE m.id = turn_id
             AND (m.status = 'running' OR m.completed_at > now() - interval '${READABLE_MINUTES} minutes')) END AS usable`,
      [hashOf(ticket), agentSlug],
    );
    if (!row) throw new TicketInvalid();
    const { usable, ...opened } = row;
    if (!usable) throw new TicketExpired();
    return { ...opened, digest: hashOf(ticket).toString('hex') };
  }

  /** From now on the ticket reads this turn and no other. */
  async bind({ digest }: StreamTicket, turnId: string): Promise<void> {
    await this.db.query('UPDATE stream_tickets SET turn_id = $2 WHERE ticket_hash = $1 AND turn_id IS NULL', [
      Buffer.from(digest, 'hex'),
      turnId,
    ]);
  }
}

function hashOf(ticket: string): Buffer {
  return createHash('sha256').update(ticket).digest();
}
