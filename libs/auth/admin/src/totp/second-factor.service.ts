import { Inject, Injectable } from '@nestjs/common';
import type { RecoveryCodes, TotpEnrolment } from '@salient/contracts/admin';
import { ControlDatabase, InvalidRequest, writeAuditEvent, type Sql } from '@salient/platform';
import { PinoLogger } from 'nestjs-pino';
import { actorOf, type Actor } from '../access/actor.js';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options.js';
import { MAILER, type Mailer } from '../mail/mailer.js';
import { mailsOf } from '../mail/mails.js';
import { adminUsers, type AdminUserSecrets } from '../people/admin-users.js';
import { digest } from '../sign-in/one-time-secret.js';
import { TotpConflict } from '../sign-in/sign-in.errors.js';
import { totpContext } from './totp-secrets.js';
import { mintRecoveryCodes, mintTotpSecret, otpauthUrl, totpStep } from './totp.js';

/** Codes of an authenticator app as second factor (RFC 6238). Each is taken once; the secret is sealed where it is stored. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly control: ControlDatabase,
    @Inject(AUTH_OPTIONS) private readonly options: AuthOptions,
    @Inject(MAILER) private readonly mailer: Mailer,
    private readonly logger: PinoLogger,
  ) {}

  /** Makes a secret, which counts when a code has confirmed it. @throws TotpConflict when there is one that counts */
  async enrol(userId: string): Promise<TotpEnrolment> {
    const secret = mintTotpSecret();
    const [row] = await this.control.query<{ email: string }>(
      `UPDATE admin_users SET totp_secret = $2, totp_last_step = NULL, updated_at = now()
       WHERE id = $1 AND totp_confirmed_at IS NULL RETURNING email`,
      [userId, this.options.keyring.seal(secret, totpContext(userId))],
    );
    if (!row) throw new TotpConflict('There is a second factor already. Take it away first.');
    return { secret, otpauth_url: otpauthUrl(row.email, secret) };
  }

  /** @throws TotpConflict when nothing waits for it, InvalidRequest for a wrong code */
  async confirm(userId: string, code: string, actor: Actor): Promise<RecoveryCodes> {
    return this.control.transaction(async (sql) => {
      await sql.query('SELECT 1 FROM admin_users WHERE id = $1 FOR UPDATE', [userId]);
      const user = await adminUsers.find(sql, userId);
      if (!user?.totp_secret || user.totp_enabled) throw new TotpConflict('No second factor waits for its first code.');
      if (!(await this.useCode(sql, user, code))) throw wrongCode();
      await sql.query('UPDATE admin_users SET totp_confirmed_at = now(), updated_at = now() WHERE id = $1', [userId]);
      const codes = mintRecoveryCodes();
      await sql.query('DELETE FROM totp_recovery_codes WHERE user_id = $1', [userId]);
      await sql.query('INSERT INTO totp_recovery_codes (user_id, code_hash) SELECT $1, unnest($2::bytea[])', [userId, codes.map(digest)]);
      await this.audit(sql, 'admin.totp_enabled', userId, actor);
      return { recovery_codes: codes };
    });
  }

  /** Takes the second factor away, and tells its owner; nothing happens when there is none. */
  async remove(userId: string, actor: Actor): Promise<void> {
    const email = await this.control.transaction(async (sql) => {
      const [row] = await sql.query<{ email: string }>(
        `UPDATE admin_users SET totp_secret = NULL, totp_confirmed_at = NULL, totp_last_step = NULL, updated_at = now()
         WHERE id = $1 AND totp_confirmed_at IS NOT NULL RETURNING email`,
        [userId],
      );
      if (!row) return null;
      await sql.query('DELETE FROM totp_recovery_codes WHERE user_id = $1', [userId]);
      await this.audit(sql, 'admin.totp_removed', userId, actor);
      return row.email;
    });
    if (email === null) return;
    await this.mailer
      .send(mailsOf(this.options.publicAdminUrl).secondFactorRemoved(email))
      .catch((error: unknown) => this.logger.warn({ err: error }, 'A removed second factor could not be told by mail'));
  }

  /** Whether a code or a recovery code is good; it is not good again. */
  async use(user: AdminUserSecrets, code: string): Promise<boolean> {
    if (/^\d{6}$/.test(code)) return this.useCode(this.control, user, code);
    const rows = await this.control.query(
      'UPDATE totp_recovery_codes SET used_at = now() WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING user_id',
      [user.id, digest(code)],
    );
    return rows.length > 0;
  }

  private async useCode(sql: Sql, { id, totp_secret: sealed }: AdminUserSecrets, code: string): Promise<boolean> {
    const step = sealed === null ? null : totpStep(this.options.keyring.open(sealed, totpContext(id)), code);
    if (step === null) return false;
    const rows = await sql.query(
      'UPDATE admin_users SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2) RETURNING id',
      [id, step],
    );
    return rows.length > 0;
  }

  private audit(sql: Sql, action: string, userId: string, actor: Actor): Promise<void> {
    return writeAuditEvent(sql, { tenantId: null, action, target: { kind: 'admin_user', id: userId }, ...actorOf(actor) });
  }
}

function wrongCode(): InvalidRequest {
  const detail = 'The code is wrong, or was used before. Wait for the next one.';
  return new InvalidRequest(detail, [{ pointer: '/totp', code: 'wrong_code', detail }]);
}
