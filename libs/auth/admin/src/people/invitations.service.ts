import { Injectable } from '@nestjs/common';
import type { AcceptedInvitation, AcceptInvitationRequest, Invitation } from '@salient/contracts/admin';
import { ControlDatabase, InvalidRequest, writeAuditEvent } from '@salient/platform';
import { attempts } from '../sign-in/attempts.js';
import { hashPassword, passwordMatches } from '../sign-in/passwords.js';
import { signInAttempts } from '../sign-in/sign-in-attempts.js';
import { InvalidCredentials } from '../sign-in/sign-in.errors.js';
import type { RequestOrigin } from '../sign-in/request-origin.js';
import { adminUsers } from './admin-users.js';
import { invitations, type OpenInvitation } from './invitation.store.js';
import { members } from './member.store.js';
import { LinkInvalid } from './people.errors.js';

const PASSWORD_MIN = 12;

/** What becomes of an invitation's link. */
@Injectable()
export class Invitations {
  constructor(private readonly control: ControlDatabase) {}

  /** @throws LinkInvalid */
  async show(token: string): Promise<Invitation> {
    const { slug, account_name: name, email, role, has_password, expires_at } = await this.open(token);
    return { email, account: { slug, name }, role, has_password, expires_at: expires_at.toISOString() };
  }

  /**
   * Makes the invited a member: somebody new with the password of his choice, somebody known with the one that he has.
   *
   * @throws LinkInvalid, InvalidRequest for a short password, InvalidCredentials for a wrong one, TooManyAttempts
   */
  async accept(token: string, request: AcceptInvitationRequest, origin: RequestOrigin): Promise<AcceptedInvitation> {
    const invitation = await this.open(token);
    const passwordHash = invitation.has_password ? null : await newPassword(request.password);
    if (invitation.has_password) await this.confirm(invitation.email, request.password, origin);
    await this.control.transaction(async (sql) => {
      if (!(await invitations.use(sql, token))) throw new LinkInvalid();
      const id = await adminUsers.add(sql, invitation.email, request.name ?? null, passwordHash);
      await members.put(sql, invitation.tenant_id, id, invitation.role);
      await writeAuditEvent(sql, {
        tenantId: invitation.tenant_id,
        actor: { kind: 'admin', id },
        action: 'member.joined',
        target: { kind: 'admin_user', id },
        details: { email: invitation.email, role: invitation.role, invitation: invitation.id },
        requestId: origin.requestId,
      });
    });
    return { email: invitation.email, account: invitation.slug };
  }

  private async open(token: string): Promise<OpenInvitation> {
    const invitation = await invitations.find(this.control, token);
    if (!invitation) throw new LinkInvalid();
    return invitation;
  }

  private async confirm(email: string, password: string, { address }: RequestOrigin): Promise<void> {
    const tried = signInAttempts(email, address);
    await attempts.count(this.control, tried);
    const user = await adminUsers.findByEmail(this.control, email);
    if (!(await passwordMatches(password, user?.password_hash ?? null))) throw new InvalidCredentials();
    await attempts.forgive(this.control, tried);
  }
}

async function newPassword(password: string): Promise<string> {
  if ([...password].length >= PASSWORD_MIN) return hashPassword(password);
  const detail = `Choose a password of at least ${PASSWORD_MIN} characters.`;
  throw new InvalidRequest(detail, [{ pointer: '/password', code: 'too_small', detail }]);
}
