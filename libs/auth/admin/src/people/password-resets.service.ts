import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ControlDatabase, writeAuditEvent, type Sql } from '@salient/platform';
import { PinoLogger } from 'nestjs-pino';
import { v7 as uuidv7 } from 'uuid';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options.js';
import { MAILER, type Mailer } from '../mail/mailer.js';
import { mailsOf, type Mails } from '../mail/mails.js';
import { attempts, TooManyAttempts } from '../sign-in/attempts.js';
import { hashPassword } from '../sign-in/passwords.js';
import type { RequestOrigin } from '../sign-in/request-origin.js';
import { mailAttempts } from '../sign-in/sign-in-attempts.js';
import { adminUsers } from './admin-users.js';
import { digest, mintSecret } from '../sign-in/one-time-secret.js';
import { LinkInvalid } from './people.errors.js';

const LINK_MINUTES = 60;

/** A new password for whoever can read the mail of a user. */
@Injectable()
export class PasswordResets implements OnApplicationShutdown {
  private readonly mails: Mails;
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly control: ControlDatabase,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(AUTH_OPTIONS) options: AuthOptions,
    private readonly logger: PinoLogger,
  ) {
    this.mails = mailsOf(options.publicAdminUrl);
  }

  /** Mails a link, if there is such a user; goes on behind the answer, so that neither it nor its time tells which. */
  request(email: string, origin: RequestOrigin): void {
    const work = this.mailLink(email, origin)
      .catch((error: unknown) => {
        if (!(error instanceof TooManyAttempts)) this.logger.warn({ err: error }, 'A password reset could not be mailed');
      })
      .finally(() => this.running.delete(work));
    this.running.add(work);
  }

  /**
   * Sets the password and signs every session out. The second factor stays.
   *
   * @throws LinkInvalid
   */
  async use(token: string, password: string, { requestId }: RequestOrigin): Promise<void> {
    const passwordHash = await hashPassword(password);
    const { email } = await this.control.transaction(async (sql) => {
      const id = await useLink(sql, token);
      await adminUsers.setPassword(sql, id, passwordHash);
      const by = { actor: { kind: 'admin', id }, target: { kind: 'admin_user', id }, requestId } as const;
      await writeAuditEvent(sql, { ...by, tenantId: null, action: 'admin.password_reset' });
      return (await adminUsers.find(sql, id))!;
    });
    await this.mailer
      .send(this.mails.passwordChanged(email))
      .catch((error: unknown) => this.logger.warn({ err: error }, 'A changed password could not be told by mail'));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
  }

  private async mailLink(email: string, { address, requestId }: RequestOrigin): Promise<void> {
    await attempts.count(this.control, mailAttempts(email, address));
    const user = await adminUsers.findByEmail(this.control, email);
    if (!user) return;
    const token = mintSecret();
    await this.control.transaction(async (sql) => {
      await sql.query(
        `INSERT INTO password_resets (id, user_id, token_hash, expires_at) VALUES ($1, $2, $3, now() + make_interval(mins => $4))`,
        [uuidv7(), user.id, digest(token), LINK_MINUTES],
      );
      await writeAuditEvent(sql, {
        tenantId: null,
        actor: { kind: 'system', id: 'password-reset' },
        action: 'admin.password_reset_requested',
        target: { kind: 'admin_user', id: user.id },
        details: { address },
        requestId,
      });
    });
    await this.mailer.send(this.mails.passwordReset(user.email, token, LINK_MINUTES));
  }
}

/** Uses a link up. Of two who use it at once one wins. */
async function useLink(sql: Sql, token: string): Promise<string> {
  const [row] = await sql.query<{ user_id: string }>(
    'DELETE FROM password_resets WHERE token_hash = $1 AND expires_at > now() RETURNING user_id',
    [digest(token)],
  );
  if (!row) throw new LinkInvalid();
  return row.user_id;
}
