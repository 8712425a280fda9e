import { Inject, Injectable } from '@nestjs/common';
import type { InviteRequest, Member, Role } from '@salient/contracts/admin';
import {
  ControlDatabase,
  entityTag,
  requireMatch,
  runOnce,
  writeAuditEvent,
  type IdempotencyKey,
  type Outcome,
  type Sql,
} from '@salient/platform';
import { actorOf, principalOf, type Actor } from '../access/actor.js';
import { requireRole } from '../access/roles.js';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options.js';
import { MAILER, type Mailer } from '../mail/mailer.js';
import { mailsOf, type Mails } from '../mail/mails.js';
import type { AdminUser } from './admin-users.js';
import { INVITATION_DAYS, invitations } from './invitation.store.js';
import { members, type MemberRow } from './member.store.js';
import { LastOwner, MemberExists, MemberNotFound } from './people.errors.js';

/** The account that somebody is invited to. */
export interface InvitingAccount {
  readonly id: string;
  readonly name: string;
}

/** Who belongs to an account, and as what. Whatever touches an owner is for owners. */
@Injectable()
export class Members {
  private readonly mails: Mails;

  constructor(
    private readonly control: ControlDatabase,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(AUTH_OPTIONS) options: AuthOptions,
  ) {
    this.mails = mailsOf(options.publicAdminUrl);
  }

  page(tenantId: string, limit: number, before: string | null): Promise<MemberRow[]> {
    return members.page(this.control, tenantId, limit, before);
  }

  /** @throws MemberNotFound */
  async get(tenantId: string, id: string): Promise<MemberRow> {
    return known(this.control, tenantId, id);
  }

  /**
   * Invites somebody by a link; again for an open invitation, with a new link in place of the old one.
   *
   * @throws MemberExists, RoleMissing, MailUnavailable after the invitation was kept: asking again sends it
   */
  async invite(
    account: InvitingAccount,
    request: InviteRequest,
    by: AdminUser,
    actor: Actor,
    key: IdempotencyKey | null,
  ): Promise<Outcome<Member>> {
    refuseBeyond(by, account.id, request.role);
    let token = '';
    const outcome = await runOnce(this.control, principalOf(actor), key, async (sql) => {
      if (await members.isMember(sql, account.id, request.email)) throw new MemberExists(request.email);
      const made = await invitations.put(sql, { ...request, tenantId: account.id, invitedBy: actor.adminId });
      ({ token } = made);
      const row = await known(sql, account.id, made.id);
      await this.audit(sql, account.id, 'member.invited', row, actor, { email: row.email, role: row.role });
      return memberView(row);
    });
    if (!outcome.replayed) await this.mailer.send(this.mails.invitation(request.email, account.name, request.role, token, INVITATION_DAYS));
    return outcome;
  }

  /** @throws MemberNotFound, RoleMissing, LastOwner, PreconditionFailed */
  async setRole(tenantId: string, id: string, role: Role, by: AdminUser, ifMatch: string | undefined, actor: Actor): Promise<MemberRow> {
    return this.control.transaction(async (sql) => {
      const owners = await members.lockOwners(sql, tenantId);
      const before = await known(sql, tenantId, id);
      requireMatch(ifMatch, memberTag(before));
      refuseBeyond(by, tenantId, before.role);
      refuseBeyond(by, tenantId, role);
      if (before.role === role) return before;
      refuseLastOwner(owners, before);
      if (before.status === 'active') await members.put(sql, tenantId, id, role);
      else await invitations.setRole(sql, id, role);
      await this.audit(sql, tenantId, 'member.role_changed', before, actor, { email: before.email, before: before.role, after: role });
      return known(sql, tenantId, id);
    });
  }

  /** Ends a membership, or takes an invitation back. @throws MemberNotFound, RoleMissing, LastOwner */
  async remove(tenantId: string, id: string, by: AdminUser, ifMatch: string | undefined, actor: Actor): Promise<void> {
    await this.control.transaction(async (sql) => {
      const owners = await members.lockOwners(sql, tenantId);
      const row = await known(sql, tenantId, id);
      requireMatch(ifMatch, memberTag(row));
      refuseBeyond(by, tenantId, row.role);
      refuseLastOwner(owners, row);
      await members.remove(sql, tenantId, row);
      const action = row.status === 'active' ? 'member.removed' : 'member.invitation_withdrawn';
      await this.audit(sql, tenantId, action, row, actor, { email: row.email, role: row.role });
    });
  }

  private audit(sql: Sql, tenantId: string, action: string, row: MemberRow, actor: Actor, details: Record<string, unknown>): Promise<void> {
    const kind = row.status === 'active' ? 'admin_user' : 'invitation';
    return writeAuditEvent(sql, { tenantId, action, target: { kind, id: row.id }, details, ...actorOf(actor) });
  }
}

export function memberTag({ id, role }: MemberRow): string {
  return entityTag(`${id}-${role}`);
}

/** A member as the account's people see him. */
export function memberView({ created_at, last_login_at, expires_at, ...row }: MemberRow): Member {
  return {
    ...row,
    created_at: created_at.toISOString(),
    last_login_at: last_login_at?.toISOString() ?? null,
    expires_at: expires_at?.toISOString() ?? null,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function known(sql: Sql, tenantId: string, id: string): Promise<MemberRow> {
  const row = UUID.test(id) ? await members.find(sql, tenantId, id) : null;
  if (!row) throw new MemberNotFound();
  return row;
}

/** Nobody gives, changes or takes a role above his own. */
function refuseBeyond(by: AdminUser, tenantId: string, role: Role): void {
  requireRole(by, tenantId, role);
}

function refuseLastOwner(owners: readonly string[], { id, status, role }: MemberRow): void {
  if (status === 'active' && role === 'owner' && owners.length === 1 && owners[0] === id) throw new LastOwner();
}
