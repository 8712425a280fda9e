import { Inject, Injectable } from '@nestjs/common';
import type { ChangePasswordRequest } from '@salient/contracts/admin';
import { ControlDatabase, InvalidRequest, writeAuditEvent } from '@salient/platform';
import { PinoLogger } from 'nestjs-pino';
import { actorOf, type Actor } from '../access/actor.js';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options.js';
import { MAILER, type Mailer } from '../mail/mailer.js';
import { mailsOf } from '../mail/mails.js';
import { attempts } from '../sign-in/attempts.js';
import { AuthService, type SignIn } from '../sign-in/auth.service.js';
import { hashPassword, passwordMatches } from '../sign-in/passwords.js';
import type { RequestOrigin } from '../sign-in/request-origin.js';
import { signInAttempts } from '../sign-in/sign-in-attempts.js';
import { adminUsers, type AdminUserSecrets } from './admin-users.js';

/** Another password for somebody who is signed in. An unlocked screen is not enough: the one before is asked for. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly control: ControlDatabase,
    private readonly auth: AuthService,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(AUTH_OPTIONS) private readonly options: AuthOptions,
    private readonly logger: PinoLogger,
  ) {}

  /**
   * Sets the password, ends every session of that person, and begins the one that goes on.
   *
   * @throws InvalidRequest for a wrong current password, TooManyAttempts
   */
  async change(actor: Actor, request: ChangePasswordRequest, origin: RequestOrigin): Promise<SignIn> {
    const user = (await adminUsers.find(this.control, actor.adminId))!;
    await this.confirm(user, request.current_password, origin.address);
    const passwordHash = await hashPassword(request.password);
    const signIn = await this.control.transaction(async (sql) => {
      await adminUsers.setPassword(sql, user.id, passwordHash);
      const target = { kind: 'admin_user', id: user.id };
      await writeAuditEvent(sql, { tenantId: null, action: 'admin.password_changed', target, ...actorOf(actor) });
      return this.auth.begin(sql, (await adminUsers.find(sql, user.id))!, origin);
    });
    await this.mailer
      .send(mailsOf(this.options.publicAdminUrl).passwordChanged(user.email))
      .catch((error: unknown) => this.logger.warn({ err: error }, 'A changed password could not be told by mail'));
    return signIn;
  }

  /** Guesses count as those at the door do: otherwise a stolen access token would be a place to guess from. */
  private async confirm({ email, password_hash: stored }: AdminUserSecrets, password: string, address: string): Promise<void> {
    const tried = signInAttempts(email, address);
    await attempts.count(this.control, tried);
    if (!(await passwordMatches(password, stored))) throw wrongPassword();
    await attempts.forgive(this.control, tried);
  }
}

function wrongPassword(): InvalidRequest {
  const detail = 'This is not your current password.';
  return new InvalidRequest(detail, [{ pointer: '/current_password', code: 'wrong_password', detail }]);
}
